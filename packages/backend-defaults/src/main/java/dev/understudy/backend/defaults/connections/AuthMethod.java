// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

/** A way to log in that a type of connections knows. */
record AuthMethod(String method, String title, Fields fields) {
    static final AuthMethod NONE = of("none", "None");

    static AuthMethod of(String method, String title, Field... fields) {
        return new AuthMethod(method, title, Fields.of(fields));
    }
}
