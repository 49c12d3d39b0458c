// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.catalog.client.CatalogApi;

/**
 * The catalog, for other plugins. Thread-safe.
 *
 * <pre>{@code
 * var owner = catalog.get().as(credentials).entityByRef("group:default/crew");
 * }</pre>
 *
 * <p>Backstage counterpart: {@code CatalogService}, whose every method takes the credentials.
 */
@FunctionalInterface
public interface CatalogService {
    /** The catalog as the holder of these credentials may see and change it. */
    CatalogApi as(BackstageCredentials credentials);
}
