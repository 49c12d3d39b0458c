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
        var issues = issues(schema, known);
        if (!issues.isEmpty()) {
            throw new InputException(message, new ZodException(issues));
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

    /** Zod's, or else one for the first breach of a keyword that zod does not have. */
    private static ArrayNode issues(ObjectNode schema, JsonNode value) {
        var issues = ZodIssues.of(schema, value);
        return issues.isEmpty()
                ? Lazy.REGISTRY.getSchema(schema).validate(value).stream()
                        .filter(error -> !isUrl(error))
                        .findFirst()
                        .map(error -> ZodIssues.of(error.getMessage(), steps(error)))
                        .orElse(issues)
                : issues;
    }

    // zod's URLs are those of the WHATWG
    private static boolean isUrl(Error error) {
        return error.getKeyword().equals("format")
                && error.getSchemaNode().asString("").equals("uri");
    }

    private static List<String> steps(Error error) {
        var location = error.getInstanceLocation();
        return IntStream.range(0, location.getNameCount())
                .mapToObj(location::getName)
                .toList();
    }
}
