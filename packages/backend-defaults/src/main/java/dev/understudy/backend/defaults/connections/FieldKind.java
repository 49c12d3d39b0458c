// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a field may hold. */
enum FieldKind {
    STRING("string") {
        @Override
        Stream<FieldIssue> issues(String path, JsonNode value) {
            return value.isString() ? Stream.empty() : Stream.of(expected(path, value));
        }
    },
    BOOLEAN("boolean") {
        @Override
        Stream<FieldIssue> issues(String path, JsonNode value) {
            return value.isBoolean() ? Stream.empty() : Stream.of(expected(path, value));
        }
    },
    STRINGS("array") {
        @Override
        Stream<FieldIssue> issues(String path, JsonNode value) {
            return value.isArray() ? elementIssues(path, value) : Stream.of(expected(path, value));
        }
    },
    STRING_OR_NUMBER("string or number") {
        @Override
        Stream<FieldIssue> issues(String path, JsonNode value) {
            return value.isString() || value.isNumber()
                    ? Stream.empty()
                    : Stream.of(FieldIssue.at(path, "Invalid input"));
        }
    };

    private final String typeName;

    FieldKind(String typeName) {
        this.typeName = typeName;
    }

    /** What is wrong with a value; one that is absent is a missing node. */
    abstract Stream<FieldIssue> issues(String path, JsonNode value);

    FieldIssue expected(String path, JsonNode value) {
        return FieldIssue.at(path, "Invalid input: expected " + typeName + ", received " + typeOf(value));
    }

    private static Stream<FieldIssue> elementIssues(String path, JsonNode array) {
        return IntStream.range(0, array.size())
                .boxed()
                .flatMap(index -> STRING.issues(path + "[" + index + "]", array.get(index)));
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING -> "undefined";
            case NULL -> "null";
            case STRING, BINARY -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT, POJO -> "object";
        };
    }
}
