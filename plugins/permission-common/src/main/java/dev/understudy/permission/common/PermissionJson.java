// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Permissions on the wire. */
final class PermissionJson {
    private PermissionJson() {}

    static ObjectNode write(Permission permission) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("type", permission instanceof ResourcePermission ? "resource" : "basic");
        json.put("name", permission.name());
        var attributes = json.putObject("attributes");
        permission.attributes().action().ifPresent(action -> attributes.put("action", action.wireName()));
        if (permission instanceof ResourcePermission resource) {
            json.put("resourceType", resource.resourceType());
        }
        return json;
    }

    static Optional<Permission> readPermission(JsonNode json) {
        var name = text(json, "name");
        var attributes = readAttributes(json.path("attributes"));
        if (name.isEmpty() || attributes.isEmpty()) {
            return Optional.empty();
        }
        return switch (text(json, "type").orElse("")) {
            case "basic" -> Optional.of(new BasicPermission(name.get(), attributes.get()));
            case "resource" ->
                text(json, "resourceType").map(type -> new ResourcePermission(name.get(), attributes.get(), type));
            default -> Optional.empty();
        };
    }

    static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    private static Optional<PermissionAttributes> readAttributes(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        return json.has("action")
                ? text(json, "action").flatMap(PermissionAction::ofWireName).map(PermissionAttributes::of)
                : Optional.of(PermissionAttributes.NONE);
    }
}
