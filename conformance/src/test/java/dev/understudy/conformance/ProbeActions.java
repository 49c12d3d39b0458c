// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import dev.understudy.backend.plugin.api.service.ActionAttributes;
import dev.understudy.backend.plugin.api.service.ActionDefinition;
import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionContext;
import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionFunction;
import dev.understudy.backend.plugin.api.service.ActionDefinition.Schema;
import dev.understudy.errors.NotFoundException;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Actions that work, and actions that fail in every way. */
final class ProbeActions {
    private static final String DRAFT = "\"$schema\":\"http://json-schema.org/draft-07/schema#\"}";
    private static final ObjectNode NOTHING =
            json("{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false," + DRAFT);

    private ProbeActions() {}

    static List<ActionDefinition> all() {
        return List.of(greet(), bare(), hush(), wrong(), fails(), hidden());
    }

    private static ActionDefinition greet() {
        var input = json("{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\",\"description\":\"Whom\"},"
                + "\"times\":{\"type\":\"integer\"}},\"required\":[\"name\"],\"additionalProperties\":false," + DRAFT);
        var example = json("{\"title\":\"Ada\",\"input\":{\"name\":\"Ada\"},\"output\":{\"greeting\":\"Hello Ada\"}}");
        return action("greet", "Greet", "Greets somebody", Schema.of(input, object("greeting", "string")), context -> {
                    var times = context.input().path("times").asInt(1);
                    var hellos = Stream.generate(() -> "Hello").limit(times).collect(Collectors.joining(" "));
                    return Optional.of(json("{}")
                            .put(
                                    "greeting",
                                    hellos + " " + context.input().path("name").asString()));
                })
                .withAttributes(ActionAttributes.READ_ONLY)
                .withExamples(List.of(example));
    }

    private static ActionDefinition bare() {
        return action("bare", "Bare", "Says nothing of itself", Schema.none(), _ -> Optional.empty());
    }

    private static ActionDefinition hush() {
        var schema = new Schema(
                Optional.of(NOTHING), Optional.of(object("length", "number")), Optional.of(object("token", "string")));
        return action("hush", "Hush", "Wants a secret", schema, ProbeActions::lengthOfSecret)
                .withAttributes(new ActionAttributes(false, true, false));
    }

    private static Optional<JsonNode> lengthOfSecret(ActionContext context) {
        var token = context.secrets().orElseThrow().path("token").asString();
        return Optional.of(json("{}").put("length", token.length()));
    }

    private static ActionDefinition wrong() {
        return action(
                "wrong",
                "Wrong",
                "Answers what it did not promise",
                Schema.of(NOTHING, object("count", "number")),
                _ -> Optional.of(json("{\"count\":\"many\"}")));
    }

    private static ActionDefinition fails() {
        return action("fails", "Fails", "Never works", Schema.none(), _ -> {
            throw new NotFoundException("There is no such thing");
        });
    }

    private static ActionDefinition hidden() {
        return action("hidden", "Hidden", "Not for everybody", Schema.none(), _ -> Optional.of(json("{\"seen\":true}")))
                .withVisibilityPermission(ProbePermissions.HIDDEN);
    }

    private static ActionDefinition action(
            String name, String title, String description, Schema schema, ActionFunction function) {
        return ActionDefinition.of(name, title, description, schema, function);
    }

    private static ObjectNode object(String property, String type) {
        return json("{\"type\":\"object\",\"properties\":{\"" + property + "\":{\"type\":\"" + type
                + "\"}},\"required\":[\"" + property + "\"],\"additionalProperties\":false," + DRAFT);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.mapper().readTree(text);
    }
}
