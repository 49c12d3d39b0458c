// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import tools.jackson.databind.JsonNode;

/**
 * An external system, as configured.
 *
 * @param type such as {@code github}
 * @param title its name for people
 * @param config the fields of its type, such as {@code host} and {@code apiBaseUrl}; not to be changed
 */
public record Connection(String type, String title, JsonNode config) {}
