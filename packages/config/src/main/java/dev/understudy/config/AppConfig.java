// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

import static java.util.Objects.requireNonNull;

import tools.jackson.databind.JsonNode;

/**
 * The data of one configuration source.
 *
 * <p>Backstage counterpart: {@code AppConfig}.
 *
 * @param context the source's name in messages, such as {@code app-config.yaml}
 * @param data the values, an object
 */
public record AppConfig(String context, JsonNode data) {
    public AppConfig {
        requireNonNull(context, "context");
        requireNonNull(data, "data");
    }
}
