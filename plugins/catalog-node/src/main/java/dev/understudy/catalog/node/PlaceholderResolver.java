// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import tools.jackson.databind.JsonNode;

/**
 * Replaces a placeholder such as {@code $text: ./file} in an entity by a value. Thread-safe.
 *
 * <p>Backstage counterpart: {@code PlaceholderResolver}.
 */
@FunctionalInterface
public interface PlaceholderResolver {
    JsonNode resolve(PlaceholderResolverParameters parameters) throws Exception;
}
