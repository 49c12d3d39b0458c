// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.database.TextSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Tells errors that are new from those that are stored already in the words of another YAML parser. Without it, this system
 * and Backstage on the same tables would rewrite each other's errors for ever.
 */
final class ErrorWording {
    private static final String PARSER = "YAMLParseError: ";
    // within a JSON string, whose end is a quote without a backslash before it
    private static final String REST = "(?:[^\"\\\\]++|\\\\.)*+";
    private static final Pattern MESSAGE = Pattern.compile(PARSER + REST);
    private static final Pattern WORDS =
            Pattern.compile(PARSER + "(?:[^\"\\\\]|\\\\.){0,500}?(?= at line \\d+, column)");

    private final Map<String, String> lastHashes = new ConcurrentHashMap<>();

    /** Those of the items whose errors have to be written. */
    List<ProcessedItem> changed(Sql sql, List<ProcessedItem> items) {
        var stored = stored(
                sql,
                items.stream().filter(item -> item.errors().contains(PARSER)).toList());
        var changed = new ArrayList<ProcessedItem>();
        for (var item : items) {
            var before = stored.get(item.item().id());
            if (before == null || !isSame(item, before)) {
                changed.add(item);
            }
        }
        return changed;
    }

    private static Map<String, String> stored(Sql sql, List<ProcessedItem> items) {
        var stored = new HashMap<String, String>();
        if (!items.isEmpty()) {
            sql.query(
                    "select entity_id, errors from refresh_state where " + TextSet.contains(sql, "entity_id"),
                    row -> stored.put(row.getString(1), row.getString(2)),
                    TextSet.parameter(
                            sql, items.stream().map(item -> item.item().id()).toList()));
        }
        return stored;
    }

    /** The same error at the same place; at another place, if it is what was found here the last time too. */
    private boolean isSame(ProcessedItem item, String stored) {
        var asBefore = item.hash(List.of()).equals(lastHashes.get(item.item().id()));
        return without(WORDS, stored).equals(without(WORDS, item.errors()))
                || (asBefore && without(MESSAGE, stored).equals(without(MESSAGE, item.errors())));
    }

    /** Keeps in mind what was found; to be called once it is written, for writing may be tried several times. */
    void remember(List<ProcessedItem> items) {
        for (var item : items) {
            if (item.errors().contains(PARSER)) {
                lastHashes.put(item.item().id(), item.hash(List.of()));
            } else {
                lastHashes.remove(item.item().id());
            }
        }
    }

    private static String without(Pattern pattern, String errors) {
        return pattern.matcher(errors).replaceAll(PARSER);
    }
}
