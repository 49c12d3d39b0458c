// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.util.Objects;

/**
 * What kind of deployment this is, by the variable {@code NODE_ENV}, which Understudy shares with Backstage.
 *
 * @param name such as {@code production}; empty when it is not set
 */
public record NodeEnvironment(String name) {
    /** The one that this process was started in. */
    public static NodeEnvironment current() {
        return new NodeEnvironment(Objects.requireNonNullElse(System.getenv("NODE_ENV"), ""));
    }

    /** Whether a developer runs this backend: failures show their stack traces and JSON is indented. */
    public boolean isDevelopment() {
        return name.equals("development");
    }

    /** Whether this backend serves others than those who develop it. */
    public boolean isProduction() {
        return name.equals("production");
    }
}
