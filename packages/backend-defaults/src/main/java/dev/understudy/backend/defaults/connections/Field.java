// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A field of a connection or of a way to log in. */
record Field(String name, FieldKind kind, boolean required) {
    static Field required(String name) {
        return new Field(name, FieldKind.STRING, true);
    }

    static Field required(String name, FieldKind kind) {
        return new Field(name, kind, true);
    }

    static Field optional(String name) {
        return new Field(name, FieldKind.STRING, false);
    }

    static Field optional(String name, FieldKind kind) {
        return new Field(name, kind, false);
    }

    Stream<FieldIssue> issues(JsonNode object) {
        var value = object.path(name);
        return value.isMissingNode() && !required ? Stream.empty() : kind.issues(name, value);
    }
}
