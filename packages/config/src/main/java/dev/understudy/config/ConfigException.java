// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

/**
 * A configuration value is missing or cannot be converted. Wrong types are {@link dev.understudy.errors.TypeException}
 * instead. On the wire its name is {@code Error}, as in the reference.
 */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
