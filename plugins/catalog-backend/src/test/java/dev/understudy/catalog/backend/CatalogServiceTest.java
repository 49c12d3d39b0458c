// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.catalog.node.CatalogServiceRefs.CATALOG;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.test.utils.MockCredentials;
import dev.understudy.backend.test.utils.MockPermissions;
import dev.understudy.backend.test.utils.TestDatabaseId;
import dev.understudy.catalog.client.AddLocationRequest;
import dev.understudy.catalog.client.AddLocationRequest.OnConflict;
import dev.understudy.catalog.client.CatalogApi;
import dev.understudy.catalog.client.EntityFacet;
import dev.understudy.catalog.client.EntityFilterQuery;
import dev.understudy.catalog.client.EntityOrder;
import dev.understudy.catalog.client.GetEntitiesByRefsRequest;
import dev.understudy.catalog.client.GetEntitiesRequest;
import dev.understudy.catalog.client.GetEntityFacetsRequest;
import dev.understudy.catalog.client.Location;
import dev.understudy.catalog.client.QueryEntitiesRequest;
import dev.understudy.catalog.client.QueryLocationsRequest;
import dev.understudy.catalog.client.StreamEntitiesRequest;
import dev.understudy.catalog.client.ValidateEntityResponse;
import dev.understudy.catalog.client.ValidateEntityResponse.Invalid;
import dev.understudy.catalog.common.AnalyzeLocationRequest;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogService;
import dev.understudy.errors.ResponseException;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Another plugin asks a real catalog over HTTP, on behalf of a user. */
final class CatalogServiceTest {
    private static final String TARGET = "https://example.com/web.yaml";
    private static final String WEB = "component:default/web";

    private static RunningCatalog running;
    private static CatalogApi catalog;
    private static Location location;

    @BeforeAll
    static void start() {
        var service = new AtomicReference<CatalogService>();
        running = RunningCatalog.start(TestDatabaseId.SQLITE_3, Map.of(), MockPermissions.allow(), asking(service));
        running.files().put(TARGET, RunningCatalog.component("web") + "\n---\n" + RunningCatalog.component("batch"));
        catalog = requireNonNull(service.get()).as(MockCredentials.user());
        location = catalog.addLocation(AddLocationRequest.ofUrl(TARGET)).location();
        running.awaitEntity(WEB, true);
        running.awaitEntity("component:default/batch", true);
    }

    private static BackendFeature asking(AtomicReference<CatalogService> service) {
        return createBackendPlugin("asking", reg -> {
            var catalogService = reg.require(CATALOG);
            reg.registerInit(() -> service.set(catalogService.get()));
        });
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void listsEntities() {
        var request = GetEntitiesRequest.ALL
                .withFilter(EntityFilterQuery.where("kind", "component"))
                .withFields("metadata.name")
                .withOrder(EntityOrder.ascending("metadata.name"));
        assertThat(catalog.entities(request).stream()
                        .map(entity -> entity.json().toString()))
                .containsExactly("{\"metadata\":{\"name\":\"batch\"}}", "{\"metadata\":{\"name\":\"web\"}}");
        assertThat(catalog.entities(request.withOffset(1).withLimit(5))).hasSize(1);
    }

    @Test
    void getsEntitiesByReference() {
        var request = GetEntitiesByRefsRequest.of(List.of(WEB, "component:default/none", "component:default/batch"));
        assertThat(names(request)).containsExactly(Optional.of("web"), Optional.empty(), Optional.of("batch"));
        assertThat(names(request.withFilter(EntityFilterQuery.where("metadata.name", "web"))))
                .containsExactly(Optional.of("web"), Optional.empty(), Optional.empty());
        assertThat(names(request.withQuery(Json.parse("{\"metadata.name\":{\"$hasPrefix\":\"b\"}}"))
                        .withFilter(EntityFilterQuery.where("kind", "component"))
                        .withFields("metadata.name")))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of("batch"));
        assertThat(catalog.entityByRef("Component:web").map(Entity::name)).contains("web");
        assertThat(catalog.entityByRef("component:default/none")).isEmpty();
    }

    private static List<Optional<String>> names(GetEntitiesByRefsRequest request) {
        return catalog.entitiesByRefs(request).stream()
                .map(found -> found.map(Entity::name))
                .toList();
    }

    @Test
    void goesFromPageToPageWithAndWithoutPredicate() {
        var initial = QueryEntitiesRequest.initial()
                .withOrderFields(EntityOrder.descending("metadata.name"))
                .withFilter(EntityFilterQuery.where("kind", "component"))
                .withLimit(1);
        for (var request : List.of(initial, initial.withQuery(Json.parse("{\"spec.type\":{\"$in\":[\"service\"]}}")))) {
            var first = catalog.queryEntities(request);
            assertThat(first.totalItems()).isEqualTo(2);
            assertThat(first.items().getFirst().name()).isEqualTo("web");
            var second = catalog.queryEntities(
                    QueryEntitiesRequest.cursor(first.pageInfo().nextCursor().orElseThrow())
                            .withFields(List.of("metadata.name"))
                            .withLimit(1));
            assertThat(second.items().getFirst().name()).isEqualTo("batch");
            assertThat(second.pageInfo().nextCursor()).isEmpty();
            assertThat(second.pageInfo().prevCursor()).isPresent();
        }
    }

    @Test
    void streamsEntitiesAndLocations() {
        var components = QueryEntitiesRequest.initial().withFilter(EntityFilterQuery.where("kind", "component"));
        assertThat(catalog.streamEntities(StreamEntitiesRequest.of(components).withPageSize(1)))
                .hasSize(2);
        assertThat(catalog.streamLocations(QueryLocationsRequest.initial().withLimit(1)))
                .containsExactly(List.of(location));
    }

    @Test
    void tellsAncestorsAndFacets() {
        var ancestry = catalog.entityAncestors(WEB);
        assertThat(ancestry.rootEntityRef()).isEqualTo(WEB);
        assertThat(ancestry.items()).hasSize(2);
        assertThat(ancestry.items().getFirst().parentEntityRefs()).containsExactly(location.entityRef());
        var facets =
                GetEntityFacetsRequest.of("metadata.name").withFilter(EntityFilterQuery.where("kind", "component"));
        assertThat(catalog.entityFacets(facets))
                .isEqualTo(Map.of("metadata.name", List.of(new EntityFacet("batch", 1), new EntityFacet("web", 1))));
        assertThat(catalog.entityFacets(facets.withQuery(Json.parse("{\"metadata.name\":\"web\"}"))))
                .isEqualTo(Map.of("metadata.name", List.of(new EntityFacet("web", 1))));
    }

    @Test
    void knowsRegisteredLocations() {
        assertThat(catalog.locations()).containsExactly(location);
        assertThat(catalog.locationById(location.id())).contains(location);
        assertThat(catalog.locationById("none")).isEmpty();
        assertThat(catalog.locationByRef("url:" + TARGET)).contains(location);
        assertThat(catalog.locationByEntity(WEB)).contains(location);
        var request = QueryLocationsRequest.initial().withQuery(Json.parse("{\"type\":\"url\"}"));
        assertThat(catalog.queryLocations(request).totalItems()).isEqualTo(1);
    }

    @Test
    void registersChangesAndRemovesLocations() {
        var target = "https://example.com/other.yaml";
        running.files().put(target, RunningCatalog.component("other"));
        var request = AddLocationRequest.ofUrl(target);
        var trial = catalog.addLocation(request.dryRun());
        assertThat(trial.exists()).contains(false);
        assertThat(trial.entities().stream().map(Entity::name)).contains("other");
        var added = catalog.addLocation(request).location();
        assertThat(catalog.addLocation(request.withOnConflict(OnConflict.REFRESH))
                        .location())
                .isEqualTo(added);
        assertThatThrownBy(() -> catalog.addLocation(request))
                .isInstanceOf(ResponseException.class)
                .hasMessage("Request failed with 409 Conflict")
                .asInstanceOf(type(ResponseException.class))
                .extracting(ResponseException::remoteMessage)
                .isEqualTo("Location url:" + target + " already exists");
        assertThat(catalog.updateLocation(added.id(), "url", target + "?x").target())
                .isEqualTo(target + "?x");
        catalog.removeLocationById(added.id());
        assertThat(catalog.locationById(added.id())).isEmpty();
    }

    @Test
    void refreshesAndRemovesEntities() {
        catalog.refreshEntity(WEB);
        catalog.removeEntityByUid("there-is-none");
        assertThatThrownBy(() -> catalog.refreshEntity("component:default/none"))
                .isInstanceOf(ResponseException.class)
                .hasMessage("Request failed with 404 Not Found");
    }

    @Test
    void validatesEntities() {
        var entity = catalog.entityByRef(WEB).orElseThrow().json().deepCopy();
        entity.remove(List.of("relations", "status"));
        assertThat(catalog.validateEntity(new Entity(entity), "url:" + TARGET))
                .isInstanceOf(ValidateEntityResponse.Valid.class);
        ((ObjectNode) entity.get("spec")).remove("owner");
        var invalid = (Invalid) catalog.validateEntity(new Entity(entity), "url:" + TARGET);
        assertThat(invalid.errors().getFirst().message())
                .isEqualTo("Processor BuiltinKindsEntityProcessor threw an error while validating the entity"
                        + " component:default/web; caused by TypeError: /spec must have required property 'owner'"
                        + " - missingProperty: owner");
    }

    @Test
    void analyzesLocations() {
        var analysis = catalog.analyzeLocation(AnalyzeLocationRequest.ofUrl("https://github.com/acme/new"));
        assertThat(analysis.existingEntityFiles()).isEmpty();
        assertThat(analysis.generateEntities().getFirst().entity().annotation("github.com/project-slug"))
                .contains("acme/new");
    }
}
