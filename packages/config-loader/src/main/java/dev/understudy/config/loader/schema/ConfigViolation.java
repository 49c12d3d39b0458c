// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import dev.understudy.config.loader.value.Origin;
import java.util.Optional;

/**
 * Something in the configuration that the schemas object to.
 *
 * @param path the value's JSON pointer; for something missing or unknown, that of the object it belongs to
 * @param message what is wrong, with the path
 * @param origin where the value was written, if it was
 */
public record ConfigViolation(Severity severity, String path, String message, Optional<Origin> origin) {
    /** How bad it is. */
    public enum Severity {
        /** The value cannot be used. */
        ERROR,
        /** The value is probably a mistake. */
        WARNING
    }

    /** Message and place in one line. */
    @Override
    public String toString() {
        return message + origin.map(place -> " (" + place + ")").orElse("");
    }
}
