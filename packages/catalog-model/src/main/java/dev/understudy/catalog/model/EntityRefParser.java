// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import dev.understudy.errors.TypeException;
import dev.understudy.types.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parses entity references and says what is wrong with them. */
final class EntityRefParser {
    private EntityRefParser() {}

    static EntityRef parse(String ref, EntityRefContext context) {
        if (ref.isEmpty()) {
            throw new IllegalArgumentException("Entity reference must not be empty");
        }
        var slash = ref.indexOf('/');
        var anyColon = ref.indexOf(':');
        var colon = slash >= 0 && slash < anyColon ? -1 : anyColon;
        var kind = colon < 0 ? null : ref.substring(0, colon);
        var namespace = slash < 0 ? null : ref.substring(colon + 1, slash);
        var name = ref.substring(Math.max(colon, slash) + 1);
        if ("".equals(kind) || "".equals(namespace) || name.isEmpty()) {
            throw new TypeException(
                    "Entity reference \"" + ref + "\" was not on the form [<kind>:][<namespace>/]<name>");
        }
        var effectiveKind = kind == null ? context.defaultKind().orElse("") : kind;
        if (effectiveKind.isEmpty()) {
            throw missing(Json.quoted(ref), "kind");
        }
        return new EntityRef(effectiveKind, namespace == null ? context.defaultNamespace() : namespace, name);
    }

    static EntityRef parseObject(JsonNode ref, EntityRefContext context) {
        if (isFalsy(ref)) {
            throw new IllegalArgumentException("Entity reference must not be empty");
        }
        return new EntityRef(
                part(ref, "kind", context.defaultKind().orElse("")),
                part(ref, "namespace", context.defaultNamespace()),
                part(ref, "name", ""));
    }

    private static String part(JsonNode ref, String field, String fallback) {
        var value = ref.get(field);
        var text = value == null || value.isNull() ? fallback : text(value, field);
        if (text.isEmpty()) {
            throw missing(Json.stringify(ref), field);
        }
        return text;
    }

    private static String text(JsonNode value, String field) {
        if (isFalsy(value)) {
            return "";
        }
        if (!value.isString()) {
            throw new TypeException(field + ".toLowerCase is not a function");
        }
        return value.stringValue();
    }

    /** Whether JavaScript takes the value for false. */
    static boolean isFalsy(@Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || value.isMissingNode()
                || (value.isBoolean() && !value.booleanValue())
                || (value.isNumber() && value.doubleValue() == 0)
                || (value.isString() && value.stringValue().isEmpty());
    }

    private static IllegalArgumentException missing(String ref, String part) {
        var hint = part.equals("kind") ? " (e.g. did not start with \"component:\" or similar)" : "";
        return new IllegalArgumentException("Entity reference " + ref + " had missing or empty " + part + hint);
    }
}
