// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissions;

import dev.understudy.backend.plugin.api.service.PermissionsService.AuthorizeRequest;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.ResourcePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Questions put together by permission, each with all the resources it is asked about. */
record AuthorizeBatch(List<AuthorizeRequest> requests, Map<String, ObjectNode> itemsByPermission) {
    static AuthorizeBatch of(List<AuthorizeRequest> requests) {
        var items = new LinkedHashMap<String, ObjectNode>();
        for (var request : requests) {
            var item = items.computeIfAbsent(request.permission().name(), _ -> item(request));
            request.resourceRef().ifPresent(ref -> item.withArray("resourceRef").add(ref));
        }
        return new AuthorizeBatch(requests, items);
    }

    private static ObjectNode item(AuthorizeRequest request) {
        var item = JsonNodeFactory.instance.objectNode();
        item.set("permission", request.permission().toJson());
        if (request.permission() instanceof ResourcePermission) {
            item.putArray("resourceRef");
        }
        return item.put("id", UUID.randomUUID().toString());
    }

    List<ObjectNode> items() {
        return List.copyOf(itemsByPermission.values());
    }

    /** The decisions for the requests, in their order, out of the answers by item. */
    List<DefinitivePolicyDecision> decisions(Map<String, JsonNode> answers) {
        var used = new LinkedHashMap<String, Integer>();
        var decisions = new ArrayList<DefinitivePolicyDecision>();
        for (var request : requests) {
            var name = request.permission().name();
            var result = result(name, answers);
            if (result.isArray()) {
                var index = request.resourceRef().isPresent() ? used.merge(name, 1, Integer::sum) - 1 : 0;
                decisions.add(PermissionClient.definitive(result.path(index)));
            } else {
                decisions.add(PermissionClient.definitive(result));
            }
        }
        return decisions;
    }

    private JsonNode result(String permissionName, Map<String, JsonNode> answers) {
        var item = itemsByPermission.get(permissionName);
        var answer = item == null ? null : answers.get(item.get("id").stringValue());
        if (answer == null) {
            throw new IllegalStateException("Items in response do not match request");
        }
        return answer.path("result");
    }
}
