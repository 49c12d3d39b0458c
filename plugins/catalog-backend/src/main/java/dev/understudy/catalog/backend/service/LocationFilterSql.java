// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.errors.InputException;
import dev.understudy.types.JavaScriptNumber;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Writes predicates on locations as conditions on the {@code locations} table; all comparisons ignore case. */
final class LocationFilterSql {
    private final SqlQuery query;
    private final DatabaseDialect dialect;

    private LocationFilterSql(SqlQuery query, DatabaseDialect dialect) {
        this.query = query;
        this.dialect = dialect;
    }

    /** Adds {@code AND <predicate>}. */
    static void append(SqlQuery query, JsonNode predicate, DatabaseDialect dialect) {
        query.append(" AND ");
        new LocationFilterSql(query, dialect).predicate(predicate);
    }

    private void predicate(JsonNode predicate) {
        if (!predicate.isObject()) {
            throw new InputException("Invalid filter predicate, expected an object");
        }
        if (predicate.has("$all")) {
            joined(predicate.get("$all").values().stream().toList(), " AND ");
        } else if (predicate.has("$any")) {
            joined(predicate.get("$any").values().stream().toList(), " OR ");
        } else if (predicate.has("$not")) {
            query.append("NOT ");
            predicate(predicate.get("$not"));
        } else {
            fields(predicate);
        }
    }

    /** Unlike a filter of entities, no conditions match nothing. In pairs, as SQLite bounds how deep it goes. */
    private void joined(List<JsonNode> predicates, String operator) {
        switch (predicates.size()) {
            case 0 -> query.append("(1 = 0)");
            case 1 -> predicate(predicates.getFirst());
            default -> {
                var half = predicates.size() / 2;
                query.append("(");
                joined(predicates.subList(0, half), operator);
                query.append(operator);
                joined(predicates.subList(half, predicates.size()), operator);
                query.append(")");
            }
        }
    }

    private void fields(JsonNode fields) {
        query.append("(1 = 1");
        for (var field : fields.properties()) {
            query.append(" AND ");
            condition(column(field.getKey()), field.getValue());
        }
        query.append(")");
    }

    private static String column(String key) {
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "id" -> "CAST(id AS text)";
            case "type" -> "type";
            case "target" -> "target";
            case "entityref" -> "location_entity_ref";
            default ->
                throw new InputException("Invalid filter predicate, expected key to be 'id', 'type', 'target',"
                        + " or 'entityRef', got '" + key + "'");
        };
    }

    private void condition(String column, JsonNode value) {
        if (value.isValueNode()) {
            oneOf(column, List.of(text(value)));
        } else if (value.has("$exists")) {
            query.append(column + (value.get("$exists").booleanValue() ? " IS NOT NULL" : " IS NULL"));
        } else if (value.has("$in")) {
            oneOf(
                    column,
                    value.get("$in").valueStream().map(LocationFilterSql::text).toList());
        } else if (value.has("$hasPrefix")) {
            prefix(column, value.get("$hasPrefix").stringValue());
        } else if (value.has("$contains")) {
            query.append("(1 = 0)");
        } else {
            throw new InputException(
                    "Invalid filter predicate, got unknown matcher object '" + Json.stringify(value) + "'");
        }
    }

    private void oneOf(String column, List<String> values) {
        query.append(
                "upper(" + column + ") " + FilterSql.in(dialect),
                FilterSql.listParameter(values.stream().map(this::upper).toList(), dialect));
    }

    /** In upper case as far as the database's own function goes, which on SQLite is ASCII. */
    private String upper(String text) {
        if (dialect == DatabaseDialect.POSTGRESQL) {
            return text.toUpperCase(Locale.ROOT);
        }
        var upper = new StringBuilder(text);
        for (var index = 0; index < text.length(); index++) {
            var letter = text.charAt(index);
            if (letter >= 'a' && letter <= 'z') {
                upper.setCharAt(index, (char) (letter - 'a' + 'A'));
            }
        }
        return upper.toString();
    }

    private void prefix(String column, String prefix) {
        if (FilterSql.isStorable(prefix)) {
            query.append(
                    "upper(" + column + ") LIKE upper(?) ESCAPE '\\'", prefix.replaceAll("[%_\\\\]", "\\\\$0") + "%");
        } else {
            query.append("(1 = 0)");
        }
    }

    private static String text(JsonNode primitive) {
        return primitive.isNumber() ? JavaScriptNumber.format(primitive.doubleValue()) : primitive.asString();
    }
}
