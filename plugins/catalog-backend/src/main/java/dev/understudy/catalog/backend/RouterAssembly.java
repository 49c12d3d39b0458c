// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.catalog.backend.ingestion.RepoLocationAnalyzer;
import dev.understudy.catalog.backend.permissions.CatalogPermissionRules;
import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.backend.service.CatalogAuthorizer;
import dev.understudy.catalog.backend.service.CatalogRouterOptions;
import dev.understudy.catalog.backend.service.DefaultEntitiesCatalog;
import dev.understudy.catalog.backend.service.DefaultLocationQueries;
import dev.understudy.catalog.backend.service.DefaultRefreshService;
import dev.understudy.catalog.backend.service.EntitiesBatchRequest;
import dev.understudy.catalog.backend.service.EntitiesCatalog;
import dev.understudy.catalog.backend.service.ServiceSettings;
import dev.understudy.catalog.common.CatalogPermissions;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogPermissionResources;
import dev.understudy.catalog.node.LocationAnalyzer;
import dev.understudy.errors.ForwardedException;
import dev.understudy.integration.ScmIntegrations;
import dev.understudy.permission.node.PermissionResourceType;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Puts together what the endpoints work with, and tells others of the catalog's permissions. */
record RouterAssembly(
        CatalogServices services,
        RequestServices requests,
        CatalogExtensions extensions,
        ScmIntegrations integrations) {

    CatalogRouterOptions options(Catalog catalog) {
        var database = services.database();
        var entities = DefaultEntitiesCatalog.create(database, catalog.changes(), services.logger());
        return new CatalogRouterOptions(
                entities,
                DefaultRefreshService.create(database),
                DefaultLocationQueries.create(database),
                catalog.locations(),
                analyzer(),
                catalog.orchestrator(),
                authorizer(entities),
                requests.auth(),
                requests.httpAuth(),
                requests.auditor(),
                settings());
    }

    private ServiceSettings settings() {
        var settings = ServiceSettings.fromConfig(
                services.config(), extensions.allowedLocationTypes(), "development".equals(System.getenv("NODE_ENV")));
        if (settings.isReadonly()) {
            services.logger().info("Catalog is running in readonly mode");
        }
        return settings;
    }

    private LocationAnalyzer analyzer() {
        var ofHosts = extensions.scmLocationAnalyzers();
        var factory = extensions.locationAnalyzer();
        if (factory.isEmpty()) {
            return new RepoLocationAnalyzer(services.logger(), integrations, ofHosts);
        }
        try {
            return factory.get().create(ofHosts);
        } catch (Exception failure) {
            throw new ForwardedException("Failed to create LocationAnalyzer", failure);
        }
    }

    private CatalogAuthorizer authorizer(EntitiesCatalog entities) {
        var registry = requests.permissionsRegistry();
        registry.addResourceType(new PermissionResourceType<>(
                CatalogPermissionResources.CATALOG_ENTITY,
                CatalogPermissions.ALL,
                CatalogPermissionRules.ALL,
                Optional.of(refs -> load(entities, refs))));
        return CatalogAuthorizer.create(
                requests.permissions(), registry.permissionRuleset(CatalogPermissionResources.CATALOG_ENTITY));
    }

    private List<@Nullable Entity> load(EntitiesCatalog entities, List<String> refs) {
        var request =
                new EntitiesBatchRequest(requests.auth().ownServiceCredentials(), refs, EntityFilter.everything());
        List<@Nullable Entity> loaded = new ArrayList<>(refs.size());
        for (var found : entities.entitiesBatch(request)) {
            loaded.add(found.isPresent() ? parse(found.get()) : null);
        }
        return loaded;
    }

    private static Entity parse(byte[] entity) {
        return new Entity((ObjectNode) Json.mapper().readTree(entity));
    }
}
