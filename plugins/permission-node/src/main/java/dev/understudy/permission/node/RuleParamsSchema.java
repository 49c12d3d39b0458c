// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a rule wants to be given. {@link RuleParams} serves nearly all rules. Implementations are immutable. */
public interface RuleParamsSchema {
    /** The schema as clients see it, in JSON Schema draft 7. */
    ObjectNode toJsonSchema();

    /**
     * Checks what comes from outside.
     *
     * @param params null when the condition has none
     * @throws dev.understudy.errors.InputException {@code Parameters to rule are invalid}, with the reason as its cause
     */
    void validate(@Nullable JsonNode params);
}
