// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a processor remembers about an entity from one run to the next. Once anything is set in a run, everything set in
 * earlier runs is gone. Backstage counterpart: {@code CatalogProcessorCache}.
 */
public interface CatalogProcessorCache {
    Optional<JsonNode> get(String key);

    void set(String key, JsonNode value);
}
