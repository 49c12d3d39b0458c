// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import static java.util.stream.Collectors.joining;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.understudy.errors.BackendException;
import dev.understudy.errors.InputException;
import java.util.function.UnaryOperator;
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
     * @throws InputException with this message, and the reasons as its cause, which never quote the value
     */
    static JsonNode fit(ObjectNode schema, JsonNode value, String message) {
        var plain = PlainSchema.of(schema);
        if (plain.isPresent()) {
            return fit(plain.get()::parse, value, message);
        }
        if (value.isMissingNode()) {
            throw new InputException(message, new IllegalArgumentException("There is none"));
        }
        var known = KnownProperties.of(schema, value);
        var errors = Lazy.REGISTRY.getSchema(schema).validate(known);
        if (!errors.isEmpty()) {
            var reasons = errors.stream().map(ActionSchemas::describe).collect(joining("; "));
            throw new InputException(message, new IllegalArgumentException(reasons));
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

    private static String describe(Error error) {
        var where = error.getInstanceLocation().toString();
        return (where.isEmpty() ? "" : where + ": ") + error.getMessage();
    }
}
