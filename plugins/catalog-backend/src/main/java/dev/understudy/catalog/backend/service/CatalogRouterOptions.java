// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.service.AuditorService;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.processing.CatalogProcessingOrchestrator;
import dev.understudy.catalog.backend.providers.LocationStore;
import dev.understudy.catalog.node.LocationAnalyzer;

/**
 * What the endpoints work with.
 *
 * @param entities all entities, whoever asks
 * @param registeredLocations reads the registered locations
 * @param locations changes the registered locations
 * @param analyzer looks at what a location holds
 */
public record CatalogRouterOptions(
        EntitiesCatalog entities,
        RefreshService refresh,
        LocationQueries registeredLocations,
        LocationStore locations,
        LocationAnalyzer analyzer,
        CatalogProcessingOrchestrator orchestrator,
        CatalogAuthorizer authorizer,
        AuthService auth,
        HttpAuthService httpAuth,
        AuditorService auditor,
        ServiceSettings settings) {}
