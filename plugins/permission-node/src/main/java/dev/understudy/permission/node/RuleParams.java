// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import dev.understudy.errors.InputException;
import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.SchemaException;
import dev.understudy.types.schema.Schemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** A rule's parameters by name and type; others are ignored. Immutable: each method returns a longer copy. */
public final class RuleParams implements RuleParamsSchema {
    private static final RuleParams NONE = new RuleParams(Map.of());

    private final Map<String, RuleParam> params;

    private RuleParams(Map<String, RuleParam> params) {
        this.params = params;
    }

    /** No parameters, to which others may be added. */
    public static RuleParams create() {
        return NONE;
    }

    public RuleParams string(String name, String description) {
        return with(name, new RuleParam(RuleParam.Type.STRING, description, true));
    }

    public RuleParams optionalString(String name, String description) {
        return with(name, new RuleParam(RuleParam.Type.STRING, description, false));
    }

    public RuleParams stringArray(String name, String description) {
        return with(name, new RuleParam(RuleParam.Type.STRINGS, description, true));
    }

    public RuleParams optionalStringArray(String name, String description) {
        return with(name, new RuleParam(RuleParam.Type.STRINGS, description, false));
    }

    public RuleParams number(String name, String description) {
        return with(name, new RuleParam(RuleParam.Type.NUMBER, description, true));
    }

    public RuleParams optionalNumber(String name, String description) {
        return with(name, new RuleParam(RuleParam.Type.NUMBER, description, false));
    }

    public RuleParams bool(String name, String description) {
        return with(name, new RuleParam(RuleParam.Type.BOOLEAN, description, true));
    }

    public RuleParams optionalBool(String name, String description) {
        return with(name, new RuleParam(RuleParam.Type.BOOLEAN, description, false));
    }

    private RuleParams with(String name, RuleParam param) {
        var longer = new LinkedHashMap<>(params);
        longer.put(name, param);
        return new RuleParams(longer);
    }

    /** The strings of a checked parameter; none when it is absent. */
    public static List<String> strings(ObjectNode params, String name) {
        return params.path(name).valueStream().map(JsonNode::asString).toList();
    }

    /** The string of a checked parameter. */
    public static Optional<String> string(ObjectNode params, String name) {
        return Optional.ofNullable(params.get(name)).map(JsonNode::asString);
    }

    @Override
    public ObjectNode toJsonSchema() {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        params.forEach((name, param) -> properties.set(name, param.toJsonSchema()));
        var required = params.entrySet().stream()
                .filter(param -> param.getValue().required())
                .map(Map.Entry::getKey)
                .toList();
        if (!required.isEmpty()) {
            var names = schema.putArray("required");
            required.forEach(names::add);
        }
        return schema.put("additionalProperties", false).put("$schema", "http://json-schema.org/draft-07/schema#");
    }

    @Override
    public void validate(@Nullable JsonNode given) {
        if (given == null && this == NONE) {
            return;
        }
        try {
            schema().parse(given == null ? MissingNode.getInstance() : given);
        } catch (SchemaException unfit) {
            throw new InputException("Parameters to rule are invalid", unfit);
        }
    }

    private Schema schema() {
        var shape = new LinkedHashMap<String, Schema>();
        params.forEach((name, param) -> shape.put(name, param.schema()));
        return Schemas.object(shape);
    }
}
