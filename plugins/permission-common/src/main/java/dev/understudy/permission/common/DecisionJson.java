// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Decisions on the wire. */
final class DecisionJson {
    private DecisionJson() {}

    static ObjectNode write(PolicyDecision decision) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("result", decision.result().name());
        if (decision instanceof ConditionalPolicyDecision conditional) {
            json.put("pluginId", conditional.pluginId());
            json.put("resourceType", conditional.resourceType());
            json.set("conditions", PermissionCriteria.toJson(conditional.conditions()));
        }
        return json;
    }

    static Optional<PolicyDecision> read(JsonNode json) {
        return switch (PermissionJson.text(json, "result").orElse("")) {
            case "ALLOW" -> Optional.of(DefinitivePolicyDecision.ALLOW);
            case "DENY" -> Optional.of(DefinitivePolicyDecision.DENY);
            case "CONDITIONAL" -> readConditional(json);
            default -> Optional.empty();
        };
    }

    private static Optional<PolicyDecision> readConditional(JsonNode json) {
        var pluginId = PermissionJson.text(json, "pluginId");
        var resourceType = PermissionJson.text(json, "resourceType");
        var conditions = PermissionCriteria.parse(json.path("conditions"));
        return pluginId.isPresent() && resourceType.isPresent() && conditions.isPresent()
                ? Optional.of(new ConditionalPolicyDecision(pluginId.get(), resourceType.get(), conditions.get()))
                : Optional.empty();
    }
}
