// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.loader.value.Origin;
import tools.jackson.databind.JsonNode;

/**
 * A configuration value that is in force, and where it comes from.
 *
 * @param path its key, such as {@code backend.cors.origin[0]}
 * @param value a string, number or boolean, or an empty object or array
 */
public record EffectiveValue(String path, JsonNode value, Origin origin) {}
