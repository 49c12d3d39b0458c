// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.understudy.backend.defaults.internal.ZodException;
import dev.understudy.backend.defaults.internal.ZodIssues;
import dev.understudy.errors.BackendException;
import dev.understudy.errors.InputException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks values; the library is not loaded before the first check. */
final class ActionSchemas {
    private static final class Lazy {
        static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    }

    private ActionSchemas() {}

    /**
     * The value without what the schema does not know.
     *
     * @throws InputException with this message, and zod's issues as its cause
     */
    static JsonNode fit(ObjectNode schema, JsonNode value, String message) {
        if (value.isMissingNode()) {
            throw new InputException(message, new ZodException(ZodIssues.of(schema, value)));
        }
        var known = KnownProperties.of(schema, value);
        var errors = Lazy.REGISTRY.getSchema(schema).validate(known);
        if (!errors.isEmpty()) {
            throw new InputException(message, new ZodException(issues(schema, known, errors.getFirst())));
        }
        return known;
    }

    static JsonNode fit(UnaryOperator<JsonNode> checks, JsonNode value, String message) {
        try {
            return checks.apply(value);
        } catch (BackendException unfit) {
            throw new InputException(message, unfit);
        }
    }

    private static ArrayNode issues(ObjectNode schema, JsonNode value, Error error) {
        var issues = ZodIssues.of(schema, value);
        return issues.isEmpty() ? ZodIssues.of(error.getMessage(), steps(error)) : issues;
    }

    private static List<String> steps(Error error) {
        var location = error.getInstanceLocation();
        return IntStream.range(0, location.getNameCount())
                .mapToObj(location::getName)
                .toList();
    }
}
