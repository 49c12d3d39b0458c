// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissions;

import dev.understudy.backend.defaults.internal.PluginClient;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.PermissionsService.AuthorizeRequest;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.PolicyDecision;
import dev.understudy.permission.common.ResourcePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asks the permission backend. Whatever is odd about its answer is a failure. */
final class PermissionClient {
    private final DiscoveryService discovery;
    private final boolean batched;

    PermissionClient(DiscoveryService discovery, boolean batched) {
        this.discovery = discovery;
        this.batched = batched;
    }

    List<DefinitivePolicyDecision> authorize(List<AuthorizeRequest> requests, Optional<String> token) {
        if (batched) {
            var batch = AuthorizeBatch.of(requests);
            return batch.decisions(ask(batch.items(), token));
        }
        var items = requests.stream().map(PermissionClient::item).toList();
        var answers = ask(items, token);
        return items.stream()
                .map(item -> definitive(answerTo(item, answers).path("result")))
                .toList();
    }

    List<PolicyDecision> authorizeConditional(List<ResourcePermission> permissions, Optional<String> token) {
        var items = permissions.stream()
                .map(permission -> item(AuthorizeRequest.of(permission)))
                .toList();
        var answers = ask(items, token);
        return items.stream().map(item -> decision(answerTo(item, answers))).toList();
    }

    private static ObjectNode item(AuthorizeRequest request) {
        var item = JsonNodeFactory.instance
                .objectNode()
                .put("id", UUID.randomUUID().toString());
        item.set("permission", request.permission().toJson());
        request.resourceRef().ifPresent(ref -> item.put("resourceRef", ref));
        return item;
    }

    private Map<String, JsonNode> ask(List<ObjectNode> items, Optional<String> token) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putArray("items").addAll(items);
        var url = discovery.baseUrl("permission") + "/authorize";
        var answer = PluginClient.send(PluginClient.request("POST", url, token, body));
        if (!answer.isOk()) {
            throw answer.toException();
        }
        return byId(answer.json(), items);
    }

    private static Map<String, JsonNode> byId(JsonNode answer, List<ObjectNode> asked) {
        var answers = new HashMap<String, JsonNode>();
        for (var item : answer.path("items")) {
            answers.put(item.path("id").asString(""), item);
        }
        var complete = asked.stream()
                .allMatch(item -> answers.containsKey(item.get("id").stringValue()));
        if (!complete || answer.path("items").size() != asked.size()) {
            throw new IllegalStateException("Items in response do not match request");
        }
        return answers;
    }

    private static JsonNode answerTo(ObjectNode item, Map<String, JsonNode> answers) {
        var answer = answers.get(item.get("id").stringValue());
        if (answer == null) {
            throw new IllegalStateException("Items in response do not match request");
        }
        return answer;
    }

    static DefinitivePolicyDecision definitive(JsonNode result) {
        return switch (result.asString("")) {
            case "ALLOW" -> DefinitivePolicyDecision.ALLOW;
            case "DENY" -> DefinitivePolicyDecision.DENY;
            default -> throw new IllegalStateException("The permission backend answered with an invalid decision");
        };
    }

    private static PolicyDecision decision(JsonNode answer) {
        return PolicyDecision.parse(answer)
                .orElseThrow(
                        () -> new IllegalStateException("The permission backend answered with an invalid decision"));
    }
}
