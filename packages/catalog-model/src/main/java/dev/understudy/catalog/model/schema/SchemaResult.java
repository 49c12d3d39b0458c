// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.List;
import java.util.Optional;

/**
 * What a schema says of a value.
 *
 * @param firstError the error to show; empty when the value is valid
 * @param fieldErrors the errors of the root's own fields, in order, without those deeper inside
 */
public record SchemaResult(Optional<SchemaError> firstError, List<SchemaError> fieldErrors) {
    static final SchemaResult VALID = new SchemaResult(Optional.empty(), List.of());

    public SchemaResult {
        fieldErrors = List.copyOf(fieldErrors);
    }

    /** Whether the value follows the schema. */
    public boolean isValid() {
        return firstError.isEmpty();
    }
}
