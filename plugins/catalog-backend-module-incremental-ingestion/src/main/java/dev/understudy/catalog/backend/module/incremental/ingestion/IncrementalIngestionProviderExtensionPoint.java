// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPoint;

import dev.understudy.backend.plugin.api.ExtensionPoint;

/**
 * Takes providers; {@link CatalogModuleIncrementalIngestionEntityProvider} has to be there for them to work. Backstage
 * counterpart of the same name.
 */
public interface IncrementalIngestionProviderExtensionPoint {
    ExtensionPoint<IncrementalIngestionProviderExtensionPoint> INCREMENTAL_INGESTION_PROVIDERS = createExtensionPoint(
            "catalog.incrementalIngestionProvider.providers", IncrementalIngestionProviderExtensionPoint.class);

    <C> void addProvider(IncrementalEntityProvider<C> provider, IncrementalEntityProviderOptions options);
}
