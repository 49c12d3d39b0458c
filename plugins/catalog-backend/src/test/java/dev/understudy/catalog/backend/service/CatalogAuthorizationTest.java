// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.test.utils.MockPermissions;
import dev.understudy.catalog.backend.permissions.CatalogPermissionRules;
import dev.understudy.catalog.common.CatalogPermissions;
import dev.understudy.catalog.node.CatalogPermissionResources;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.Permission;
import dev.understudy.types.Json;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogAuthorizationTest {
    private static final String QUERY = "/entities/by-query?limit=1&orderField=metadata.name&fields=metadata.name";

    @TempDir
    Path directory;

    private TestCatalog start(MockPermissions permissions) {
        var catalog = TestCatalog.start(DatabaseDialect.SQLITE, directory, permissions);
        catalog.entities()
                .add("id-1", "{\"kind\":\"User\",\"metadata\":{\"name\":\"ada\"}}")
                .add("id-2", "{\"kind\":\"User\",\"metadata\":{\"name\":\"grace\"}}")
                .add("id-3", "{\"kind\":\"Group\",\"metadata\":{\"name\":\"crew\"}}")
                .emits("group:default/crew", "user:default/ada")
                .emits("user:default/grace", "group:default/crew");
        return catalog;
    }

    private static MockPermissions allowingOnly(Permission permission) {
        return MockPermissions.deciding((request, _) -> request.permission().isSameAs(permission)
                ? DefinitivePolicyDecision.ALLOW
                : DefinitivePolicyDecision.DENY);
    }

    private static MockPermissions allowingUsersOnly() {
        var params = Json.mapper().createObjectNode();
        params.putArray("kinds").add("User");
        var decision = CatalogPermissionResources.CATALOG_ENTITY.conditionalDecision(
                CatalogPermissionRules.IS_ENTITY_KIND.condition(params));
        return MockPermissions.deciding((_, _) -> decision);
    }

    @Test
    void showsNothingToATokenThatMayNotRead() throws Exception {
        try (var catalog = start(allowingOnly(CatalogPermissions.LOCATION_CREATE))) {
            assertThat(catalog.get("/entities")).isEqualTo("[]");
            assertThat(catalog.get("/entities?limit=1")).isEqualTo("[]");
            assertThat(catalog.get("/entities/by-query")).isEqualTo("{\"items\":[],\"totalItems\":0,\"pageInfo\":{}}");
            assertThat(catalog.get("/entity-facets?facet=kind")).isEqualTo("{\"facets\":{\"kind\":[]}}");
            assertThat(catalog.post("/entities/by-refs", "{\"entityRefs\":[\"user:default/ada\",\"x\"]}"))
                    .isEqualTo("{\"items\":[null,null]}");
            assertThat(catalog.get("/entities/by-name/user/default/ada/ancestry"))
                    .isEqualTo("NotAllowedError: ");
            assertThat(catalog.get("/locations")).isEqualTo("[]");
            assertThat(catalog.get("/locations/by-entity/user/default/ada")).isEqualTo("NotFoundError: ");
        }
    }

    @Test
    void letsARestrictedTokenDoWhatItMay() throws Exception {
        try (var catalog = start(allowingOnly(CatalogPermissions.ENTITY_READ))) {
            assertThat(catalog.get("/entities?fields=kind&filter=kind=group")).isEqualTo("[{\"kind\":\"Group\"}]");
            assertThat(catalog.text("DELETE", "/entities/by-uid/id-1", "", Map.of()))
                    .isEqualTo("NotAllowedError: ");
        }
    }

    @Test
    void limitsReadingToWhatMatchesTheConditionsWithoutTellingThem() throws Exception {
        try (var catalog = start(allowingUsersOnly())) {
            assertThat(catalog.get("/entities?fields=metadata.name"))
                    .isEqualTo("[{\"metadata\":{\"name\":\"ada\"}},{\"metadata\":{\"name\":\"grace\"}}]");
            assertThat(catalog.get("/entity-facets?facet=kind"))
                    .isEqualTo("{\"facets\":{\"kind\":[{\"value\":\"User\",\"count\":2}]}}");
            var first = catalog.json(QUERY);
            assertThat(first.get("totalItems").intValue()).isEqualTo(2);
            var cursor = first.at("/pageInfo/nextCursor").stringValue();
            assertThat(new String(
                            java.util.Base64.getDecoder().decode(cursor), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("user");
            assertThat(catalog.get("/entities/by-query?limit=5&fields=metadata.name&cursor=" + cursor))
                    .startsWith("{\"items\":[{\"metadata\":{\"name\":\"grace\"}}]");
        }
    }

    @Test
    void hidesWhatIsAboveAHiddenAncestor() throws Exception {
        try (var catalog = start(allowingUsersOnly())) {
            assertThat(catalog.get("/entities/by-name/group/default/crew/ancestry"))
                    .isEqualTo("NotAllowedError: ");
            assertThat(catalog.json("/entities/by-name/user/default/ada/ancestry")
                            .get("items"))
                    .hasSize(1);
        }
    }

    @Test
    void removesOnlyWhatMatchesTheConditions() throws Exception {
        try (var catalog = start(allowingUsersOnly())) {
            assertThat(catalog.text("DELETE", "/entities/by-uid/id-3", "", Map.of()))
                    .isEqualTo("NotAllowedError: ");
            assertThat(catalog.text("DELETE", "/entities/by-uid/id-1", "", Map.of()))
                    .isEqualTo("204");
        }
    }
}
