// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static java.util.Objects.requireNonNull;

import dev.understudy.config.Config;
import java.util.Optional;

/** A token, key or password, which does not show when it is printed. Immutable. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** Wraps a secret. */
    public static Secret of(String value) {
        return new Secret(requireNonNull(value, "value"));
    }

    static Optional<Secret> read(Config config, String key) {
        return config.optionalString(key).map(Secret::of);
    }

    /** Without the white space around it, which often comes with values from files. */
    static Optional<Secret> readTrimmed(Config config, String key) {
        return config.optionalString(key).map(String::trim).map(Secret::of);
    }

    /** The secret itself. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
