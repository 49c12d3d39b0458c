// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import tools.jackson.databind.JsonNode;

/** One rule of a schema. It reports what is wrong with the value and says nothing where it does not apply. */
@FunctionalInterface
interface Keyword {
    void evaluate(JsonNode value, Evaluation evaluation);
}
