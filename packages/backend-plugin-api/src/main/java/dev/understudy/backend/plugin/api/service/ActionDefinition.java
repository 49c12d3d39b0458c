// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.permission.common.BasicPermission;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that a plugin can do for users and machines. Immutable. Backstage counterpart: {@code ActionsRegistryActionOptions}.
 *
 * @param name unique within the plugin, in kebab-case
 * @param schema what goes in and out
 * @param examples objects with {@code title}, {@code input} and, optionally, {@code description} and {@code output}
 * @param visibilityPermission who may not have it does not learn of the action
 */
public record ActionDefinition(
        String name,
        String title,
        String description,
        Schema schema,
        ActionAttributes attributes,
        List<ObjectNode> examples,
        Optional<BasicPermission> visibilityPermission,
        ActionFunction action) {

    public ActionDefinition {
        examples = List.copyOf(examples);
    }

    /** An action with neither examples nor a permission, of which nothing is known. */
    public static ActionDefinition of(
            String name, String title, String description, Schema schema, ActionFunction action) {
        return new ActionDefinition(
                name, title, description, schema, ActionAttributes.UNKNOWN, List.of(), Optional.empty(), action);
    }

    public ActionDefinition withAttributes(ActionAttributes newAttributes) {
        return new ActionDefinition(
                name, title, description, schema, newAttributes, examples, visibilityPermission, action);
    }

    public ActionDefinition withExamples(List<ObjectNode> newExamples) {
        return new ActionDefinition(
                name, title, description, schema, attributes, newExamples, visibilityPermission, action);
    }

    public ActionDefinition withVisibilityPermission(BasicPermission permission) {
        return new ActionDefinition(
                name, title, description, schema, attributes, examples, Optional.of(permission), action);
    }

    /**
     * JSON Schemas, draft 7. An absent one accepts anything.
     *
     * @param secrets present when the action wants secrets beside its input
     * @param inputChecks check the input in place of the JSON Schema, and may change it; what is wrong they throw as a {@link
     *     dev.understudy.errors.BackendException}
     */
    public record Schema(
            Optional<ObjectNode> input,
            Optional<ObjectNode> output,
            Optional<ObjectNode> secrets,
            Optional<UnaryOperator<JsonNode>> inputChecks) {
        /** Checks all by JSON Schema. */
        public Schema(Optional<ObjectNode> input, Optional<ObjectNode> output, Optional<ObjectNode> secrets) {
            this(input, output, secrets, Optional.empty());
        }

        /** An action without secrets. */
        public static Schema of(ObjectNode input, ObjectNode output) {
            return new Schema(Optional.of(input), Optional.of(output), Optional.empty());
        }

        /** The same, with input that is checked by code, for what JSON Schema cannot say. */
        public Schema withInputChecks(UnaryOperator<JsonNode> checks) {
            return new Schema(input, output, secrets, Optional.of(checks));
        }

        /** An action of which nothing is told. */
        public static Schema none() {
            return new Schema(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** The work of an action. */
    @FunctionalInterface
    public interface ActionFunction {
        /** Returns the output, if there is any. */
        Optional<JsonNode> run(ActionContext context) throws Exception;
    }

    /**
     * What an action is given.
     *
     * @param input fits the schema
     * @param secrets fit the schema; present if the action wants any
     * @param credentials who asks
     */
    public record ActionContext(
            JsonNode input, Optional<JsonNode> secrets, BackstageCredentials credentials, LoggerService logger) {
        @Override
        public String toString() {
            return "ActionContext[input=" + input + "]";
        }
    }
}
