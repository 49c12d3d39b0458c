// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An exception with the name that clients see. Like its counterpart, its message tells the whole chain: {@code "message;
 * caused by Name: cause's message"}.
 *
 * <p>Backstage counterpart: {@code CustomErrorBase}.
 */
public abstract class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected BackendException(@Nullable String message, @Nullable Throwable cause) {
        super(withCause(message, cause), cause);
    }

    /** The name on the wire, such as {@code InputError}. */
    public abstract String name();

    /** The failure in one line, {@code Name: message} unless its counterpart is written in another way. */
    protected String describe() {
        var message = getMessage();
        return message == null || message.isEmpty() ? name() : name() + ": " + message;
    }

    /** The HTTP status, where it does not follow from the name. Backstage counterpart: {@code error.statusCode}. */
    public OptionalInt statusCode() {
        return OptionalInt.empty();
    }

    /** What clients see of this failure beside name, message and cause; values that Jackson can write, in their order. */
    public Map<String, Object> properties() {
        return Map.of();
    }

    private static @Nullable String withCause(@Nullable String message, @Nullable Throwable cause) {
        if (cause == null) {
            return message;
        }
        var description = ErrorNames.describe(cause);
        return message == null || message.isEmpty()
                ? "caused by " + description
                : message + "; caused by " + description;
    }
}
