// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.database.Sql;
import dev.understudy.types.Json;
import java.util.Collection;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sets of texts as a single parameter, so that one statement serves sets of any size. */
public final class TextSet {
    private TextSet() {}

    /** A condition with one placeholder, for a parameter made by {@link #parameter}. */
    public static String contains(Sql sql, String column) {
        return switch (sql.dialect()) {
            case SQLITE -> column + " in (select value from json_each(?))";
            case POSTGRESQL -> column + " = any(?::text[])";
        };
    }

    /** The parameter for {@link #contains}. */
    public static Object parameter(Sql sql, Collection<String> texts) {
        return switch (sql.dialect()) {
            case SQLITE -> {
                var array = JsonNodeFactory.instance.arrayNode(texts.size());
                texts.forEach(array::add);
                yield Json.stringify(array);
            }
            case POSTGRESQL -> texts.toArray(String[]::new);
        };
    }
}
