// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import tools.jackson.databind.JsonNode;

/**
 * A way to log in at an external system. Its text leaves out the secrets.
 *
 * @param method such as {@code token}; {@code none} for no login
 * @param title its name for people
 * @param config the fields of its method, secrets among them; not to be changed
 */
public record ConnectionAuth(String method, String title, JsonNode config) {
    @Override
    public String toString() {
        return "connectionAuth{" + method + "}";
    }
}
