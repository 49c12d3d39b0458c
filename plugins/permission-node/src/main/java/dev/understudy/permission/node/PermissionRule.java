// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import dev.understudy.permission.common.PermissionCondition;
import dev.understudy.permission.common.PermissionCriteria;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question about a resource that conditions may ask. Immutable, if its parts are.
 *
 * <p>Backstage counterpart: {@code PermissionRule} and {@code createPermissionRule}.
 *
 * @param <R> the resource
 * @param <Q> what finds resources
 * @param name unique among the rules for the type of resource, such as {@code IS_OWNER}
 * @param paramsSchema what the rule is given
 * @param test whether a resource passes, given parameters that fit the schema
 * @param query finds all resources that pass, given parameters that fit the schema
 */
public record PermissionRule<R, Q>(
        PermissionResourceRef<R, Q> resourceRef,
        String name,
        String description,
        RuleParamsSchema paramsSchema,
        BiPredicate<R, ObjectNode> test,
        Function<ObjectNode, Q> query) {

    public static <R, Q> PermissionRule<R, Q> of(
            PermissionResourceRef<R, Q> resourceRef,
            String name,
            String description,
            RuleParamsSchema paramsSchema,
            BiPredicate<R, ObjectNode> test,
            Function<ObjectNode, Q> query) {
        return new PermissionRule<>(resourceRef, name, description, paramsSchema, test, query);
    }

    /** The type of resource that the rule is about. */
    public String resourceType() {
        return resourceRef.resourceType();
    }

    /** The application of this rule. Backstage counterpart: {@code createConditionFactory}. */
    public PermissionCriteria<PermissionCondition> condition(@Nullable ObjectNode params) {
        return new PermissionCriteria.Condition<>(
                new PermissionCondition(name, resourceType(), Optional.ofNullable(params)));
    }

    /**
     * Whether a resource passes.
     *
     * @throws dev.understudy.errors.InputException when the parameters do not fit
     */
    public boolean apply(R resource, Optional<ObjectNode> params) {
        return test.test(resource, checked(params));
    }

    /**
     * Finds all resources that pass.
     *
     * @throws dev.understudy.errors.InputException when the parameters do not fit
     */
    public Q toQuery(Optional<ObjectNode> params) {
        return query.apply(checked(params));
    }

    private ObjectNode checked(Optional<ObjectNode> params) {
        JsonNode given = params.isPresent() ? params.get() : null;
        paramsSchema.validate(given);
        return params.orElseGet(JsonNodeFactory.instance::objectNode);
    }
}
