// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A schema in another place of the document, which may be around this one. */
final class ReferencedSchema implements Keyword {
    private @Nullable JsonSchema schema;

    void resolve(JsonSchema found) {
        schema = found;
    }

    @Override
    public void evaluate(JsonNode value, Evaluation evaluation) {
        evaluation.enterReference();
        requireNonNull(schema, "schema").evaluate(value, evaluation);
        evaluation.leaveReference();
    }
}
