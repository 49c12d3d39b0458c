// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

/** Adds to how entities are found and processed. Backstage counterpart: {@code CatalogProcessingExtensionPoint}. */
public interface CatalogProcessingExtensionPoint {
    void addProcessor(CatalogProcessor... processors);

    void addEntityProvider(EntityProvider... providers);

    /**
     * Handles placeholders such as {@code $openapi}.
     *
     * @throws IllegalStateException if the placeholder has a resolver already
     */
    void addPlaceholderResolver(String key, PlaceholderResolver resolver);

    void setOnProcessingErrorHandler(ProcessingErrorHandler handler);
}
