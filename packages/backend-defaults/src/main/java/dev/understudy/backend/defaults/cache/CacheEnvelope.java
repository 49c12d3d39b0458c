// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.types.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** A value with the moment at which it is over, as keyv writes them: a string that starts with a colon gets another one. */
record CacheEnvelope(JsonNode value, Optional<Instant> expires) {
    private static final String BASE64 = ":base64:";

    String toText() {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("value", escape(value));
        expires.ifPresent(time -> json.put("expires", time.toEpochMilli()));
        return json.toString();
    }

    /**
     * Reads an entry, whose value is missing where JavaScript had none.
     *
     * @throws RuntimeException when somebody else wrote this
     */
    static CacheEnvelope parse(String text) {
        var json = Json.mapper().readTree(text);
        if (!(json instanceof ObjectNode envelope)) {
            throw new IllegalArgumentException("The entry is no JSON object");
        }
        var value = envelope.get("value");
        var expires = Optional.ofNullable(envelope.get("expires"))
                .filter(JsonNode::isNumber)
                .map(time -> Instant.ofEpochMilli((long) time.doubleValue()));
        return new CacheEnvelope(value == null ? MissingNode.getInstance() : unescape(value), expires);
    }

    boolean isOver(Instant now) {
        return expires.filter(now::isAfter).isPresent();
    }

    private static JsonNode escape(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> value.stringValue().startsWith(":") ? text(":" + value.stringValue()) : value;
            case BINARY -> text(BASE64 + Base64.getEncoder().encodeToString(value.binaryValue()));
            case OBJECT, ARRAY -> mapChildren(value, true);
            case NUMBER, BOOLEAN, NULL, POJO, MISSING -> value;
        };
    }

    private static JsonNode unescape(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> unescape(value.stringValue(), value);
            case OBJECT, ARRAY -> mapChildren(value, false);
            case NUMBER, BOOLEAN, NULL, BINARY, POJO, MISSING -> value;
        };
    }

    private static JsonNode unescape(String text, JsonNode original) {
        if (text.startsWith(BASE64)) {
            return JsonNodeFactory.instance.binaryNode(Base64.getDecoder().decode(text.substring(BASE64.length())));
        }
        return text.startsWith(":") ? text(text.substring(1)) : original;
    }

    private static JsonNode mapChildren(JsonNode container, boolean escaping) {
        if (container.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode(container.size());
            container.valueStream().forEach(child -> array.add(escaping ? escape(child) : unescape(child)));
            return array;
        }
        var object = JsonNodeFactory.instance.objectNode();
        container
                .propertyStream()
                .forEach(child ->
                        object.set(child.getKey(), escaping ? escape(child.getValue()) : unescape(child.getValue())));
        return object;
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }
}
