// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.types.Json;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes values up that nobody of good will would send; the same ones for the same seed. */
final class HostileValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\u0001\u001f",
            "\ufeff",
            "\u2028",
            "é",
            "e\u0301",
            "İ",
            "日本語",
            "\ud83d\ude80",
            "\ud800",
            "\udc00x",
            "\uffff",
            "__proto__",
            "constructor",
            "prototype",
            "toString",
            "hasOwnProperty",
            "length",
            "undefined",
            "null",
            "true",
            "NaN",
            "Infinity",
            "-0",
            "0x10",
            "1e309",
            "-1",
            "1.5",
            "007",
            "9".repeat(30),
            "'",
            "''; drop table x; --",
            "\"",
            "\\",
            "\\\\",
            "\\'",
            "%",
            "_",
            "%%%",
            "*",
            "?",
            "$1",
            "?::text",
            "{}",
            "[]",
            "{\"a\":",
            "[0]",
            "a.b.c",
            "a..b",
            ".",
            "..",
            "../../etc/passwd",
            "/",
            "//",
            ":",
            "::",
            "a:b/c",
            "a:b/c/d:e",
            "kind",
            "KIND",
            "kind=user",
            "kind=",
            "=",
            "==",
            ",",
            ",,,",
            "kind=a,kind=b",
            "asc",
            "asc:",
            "asc:kind",
            "desc:metadata.name",
            "asc:asc:asc",
            "metadata.name",
            "metadata.uid",
            "spec",
            "relations.ownedBy",
            "x".repeat(300),
            "y,".repeat(500),
            "z=".repeat(2000));
    private static final List<String> NAMES = List.of(
            "$all",
            "$any",
            "$not",
            "$exists",
            "$in",
            "$contains",
            "$hasPrefix",
            "$unknown",
            "__proto__",
            "constructor",
            "kind",
            "metadata.name",
            "",
            "\0",
            "query",
            "filter",
            "facets",
            "fields",
            "entityRefs",
            "entityRef",
            "cursor",
            "limit",
            "offset",
            "orderBy",
            "order",
            "field",
            "fullTextFilter",
            "term",
            "entity",
            "location",
            "type",
            "target",
            "orderFields",
            "orderFieldValues",
            "firstSortFieldValues",
            "isPrevious",
            "totalItems",
            "id",
            "after");

    private final Random random;

    HostileValues(long seed) {
        this.random = new Random(seed);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A text that may be several others in a row, or the encoding of JSON. */
    String text() {
        return switch (random.nextInt(12)) {
            case 0 -> oneOf(TEXTS) + oneOf(TEXTS);
            case 1 -> oneOf(TEXTS) + "=" + oneOf(TEXTS);
            case 2 ->
                Base64.getEncoder().encodeToString(Json.stringify(cursor()).getBytes(UTF_8));
            case 3 -> Base64.getUrlEncoder().encodeToString(oneOf(TEXTS).getBytes(UTF_8));
            case 4 -> String.valueOf(random.nextLong());
            default -> oneOf(TEXTS);
        };
    }

    /** Such a text for the query or the path of a URL, mostly as valid UTF-8. */
    String encoded() {
        return random.nextInt(30) == 0
                ? "%ED%A0%80%FF"
                : URLEncoder.encode(text(), UTF_8).replace("+", "%20");
    }

    /** Any JSON. */
    JsonNode json(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 ->
                NODES.numberNode(
                        oneOf(List.of(0.0, -1.0, 1.5, 1e300, -1e300, 9007199254740992.0, Double.MIN_VALUE, 20.0)));
            case 3, 4, 5 -> NODES.stringNode(text());
            case 6 -> array(depth);
            case 7 -> nested();
            default -> object(depth);
        };
    }

    private JsonNode array(int depth) {
        var array = NODES.arrayNode();
        for (var count = random.nextInt(4); count > 0; count--) {
            array.add(json(depth - 1));
        }
        return array;
    }

    private JsonNode object(int depth) {
        var object = NODES.objectNode();
        for (var count = random.nextInt(4); count > 0; count--) {
            object.set(random.nextInt(5) == 0 ? text() : oneOf(NAMES), json(depth - 1));
        }
        return object;
    }

    private JsonNode nested() {
        var inner = json(0);
        for (var levels = random.nextInt(300); levels > 0; levels--) {
            inner = random.nextBoolean()
                    ? NODES.arrayNode().add(inner)
                    : NODES.objectNode().set(oneOf(NAMES), inner);
        }
        return inner;
    }

    /** Something like a filter predicate. */
    private JsonNode predicate(int depth) {
        var object = NODES.objectNode();
        if (depth == 0 || random.nextInt(3) == 0) {
            return object.set(text(), value());
        }
        return switch (random.nextInt(4)) {
            case 0 -> object.set("$not", predicate(depth - 1));
            case 1 ->
                object.set("$all", NODES.arrayNode().add(predicate(depth - 1)).add(predicate(depth - 1)));
            case 2 -> object.set("$any", NODES.arrayNode().add(predicate(depth - 1)));
            default -> json(depth);
        };
    }

    private JsonNode value() {
        var object = NODES.objectNode();
        return switch (random.nextInt(6)) {
            case 0 -> object.set("$in", NODES.arrayNode().add(text()).add(text()));
            case 1 -> object.put("$hasPrefix", text());
            case 2 -> object.put("$exists", random.nextBoolean());
            case 3 -> object.set("$contains", predicate(0));
            case 4 -> json(1);
            default -> NODES.stringNode(text());
        };
    }

    /** Something like a cursor. */
    private JsonNode cursor() {
        var cursor = NODES.objectNode();
        var orders = cursor.putArray("orderFields");
        for (var count = random.nextInt(3); count > 0; count--) {
            orders.addObject().put("field", oneOf(TEXTS)).put("order", oneOf(List.of("asc", "desc")));
        }
        var values = cursor.putArray("orderFieldValues");
        for (var count = random.nextInt(3); count > 0; count--) {
            values.add(oneOf(TEXTS));
        }
        cursor.put("isPrevious", random.nextBoolean());
        switch (random.nextInt(4)) {
            case 0 -> cursor.set("query", predicate(2));
            case 1 -> cursor.putObject("fullTextFilter").put("term", oneOf(TEXTS));
            case 2 -> cursor.set(oneOf(NAMES), json(2));
            default -> cursor.set("totalItems", json(0));
        }
        return cursor;
    }

    /** A body whose fields are those that an endpoint knows, with values that fit more or less. */
    JsonNode body(List<String> fields) {
        if (random.nextInt(10) == 0) {
            return json(3);
        }
        var body = NODES.objectNode();
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            body.set(oneOf(fields), random.nextInt(3) == 0 ? json(3) : fitting());
        }
        return body;
    }

    private JsonNode fitting() {
        return switch (random.nextInt(4)) {
            case 0 -> NODES.stringNode(text());
            case 1 -> NODES.arrayNode().add(text()).add(text());
            default -> predicate(3);
        };
    }
}
