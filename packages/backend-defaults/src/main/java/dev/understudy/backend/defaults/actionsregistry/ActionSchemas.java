// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.understudy.errors.BackendException;
import dev.understudy.errors.InputException;
import dev.understudy.types.schema.SchemaException;
import dev.understudy.types.schema.SchemaIssue;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
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
        var known = KnownProperties.of(schema, value);
        var issues = issues(schema, known);
        if (!issues.isEmpty()) {
            throw new InputException(message, new SchemaException(issues));
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
    private static List<SchemaIssue> issues(ObjectNode schema, JsonNode value) {
        var issues = ZodSchemas.of(schema).issues(value);
        return issues.isEmpty() && !value.isMissingNode() ? otherIssues(schema, value) : issues;
    }

    private static List<SchemaIssue> otherIssues(ObjectNode schema, JsonNode value) {
        return Lazy.REGISTRY.getSchema(schema).validate(value).stream()
                .filter(error -> !isUrl(error))
                .limit(1)
                .map(error -> SchemaIssue.custom(error.getMessage(), steps(error)))
                .toList();
    }

    // zod's URLs are those of the WHATWG
    private static boolean isUrl(Error error) {
        return error.getKeyword().equals("format")
                && error.getSchemaNode().asString("").equals("uri");
    }

    private static List<Object> steps(Error error) {
        var location = error.getInstanceLocation();
        return IntStream.range(0, location.getNameCount())
                .<Object>mapToObj(location::getName)
                .toList();
    }
}
