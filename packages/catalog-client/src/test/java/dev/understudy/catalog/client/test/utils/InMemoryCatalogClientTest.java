// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client.test.utils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.catalog.client.EntityFacet;
import dev.understudy.catalog.client.EntityFilterQuery;
import dev.understudy.catalog.client.EntityOrder;
import dev.understudy.catalog.client.FullTextFilter;
import dev.understudy.catalog.client.GetEntitiesByRefsRequest;
import dev.understudy.catalog.client.GetEntitiesRequest;
import dev.understudy.catalog.client.GetEntityFacetsRequest;
import dev.understudy.catalog.client.QueryEntitiesRequest;
import dev.understudy.catalog.client.StreamEntitiesRequest;
import dev.understudy.catalog.model.Entity;
import dev.understudy.errors.InputException;
import dev.understudy.errors.NotFoundException;
import dev.understudy.errors.NotImplementedException;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class InMemoryCatalogClientTest {
    private final InMemoryCatalogClient catalog = InMemoryCatalogClient.of(
            entity("Component", "web", "service", "Java"),
            entity("Component", "batch", "job", "go"),
            entity("API", "orders", "openapi", "java"));

    @Test
    void filtersAndSorts() {
        var services = EntityFilterQuery.where("kind", "component")
                .and("spec.type", "SERVICE", "job")
                .andExists("metadata.tags.java")
                .or(EntityFilterQuery.where("kind", "api"));
        assertThat(names(catalog.entities(GetEntitiesRequest.ALL
                        .withFilter(services)
                        .withOrder(EntityOrder.descending("metadata.name")))))
                .containsExactly("web", "orders");
        assertThat(names(catalog.entities(GetEntitiesRequest.ALL
                        .withOrder(EntityOrder.ascending("spec.type"))
                        .withOffset(1)
                        .withLimit(1))))
                .containsExactly("orders");
    }

    @Test
    void picksFields() {
        var request = GetEntitiesRequest.ALL
                .withFields("kind", "metadata.annotations.a.io/b")
                .withLimit(1);
        assertThat(catalog.entities(request).getFirst().json().toString())
                .isEqualTo("{\"kind\":\"Component\",\"metadata\":{\"annotations\":{\"a.io/b\":\"x\"}}}");
    }

    @Test
    void getsByReference() {
        var request = GetEntitiesByRefsRequest.of(
                        List.of("api:default/orders", "api:default/none", "component:default/web"))
                .withQuery(Json.parse("{\"kind\":\"api\"}"));
        assertThat(catalog.entitiesByRefs(request).stream().map(found -> found.map(Entity::name)))
                .containsExactly(Optional.of("orders"), Optional.empty(), Optional.empty());
        assertThat(catalog.entityByRef("API:orders").map(Entity::name)).contains("orders");
        assertThat(catalog.entityAncestors("api:default/orders").items()).hasSize(1);
        assertThatThrownBy(() -> catalog.entityAncestors("api:default/none"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Entity with ref api:default/none not found");
    }

    @Test
    void goesFromPageToPage() {
        var first = catalog.queryEntities(QueryEntitiesRequest.initial()
                .withOrderFields(EntityOrder.ascending("metadata.name"))
                .withLimit(2));
        assertThat(names(first.items())).containsExactly("batch", "orders");
        assertThat(first.totalItems()).isEqualTo(3);
        var second = catalog.queryEntities(
                QueryEntitiesRequest.cursor(first.pageInfo().nextCursor().orElseThrow())
                        .withLimit(2));
        assertThat(names(second.items())).containsExactly("web");
        assertThat(second.pageInfo().nextCursor()).isEmpty();
        var back = QueryEntitiesRequest.cursor(second.pageInfo().prevCursor().orElseThrow())
                .withLimit(2);
        assertThat(names(catalog.queryEntities(back).items())).containsExactly("batch", "orders");
        assertThatThrownBy(() -> catalog.queryEntities(QueryEntitiesRequest.cursor("nonsense")))
                .isInstanceOf(InputException.class)
                .hasMessage("Invalid cursor");
    }

    @Test
    void streamsAndSearches() {
        var all = StreamEntitiesRequest.of(QueryEntitiesRequest.initial()).withPageSize(2);
        assertThat(catalog.streamEntities(all).map(List::size)).containsExactly(2, 1);
        var search = QueryEntitiesRequest.initial()
                .withFullTextFilter(FullTextFilter.of(" ATC ", "metadata.name", "metadata.title"));
        assertThat(names(catalog.queryEntities(search).items())).containsExactly("batch");
    }

    @Test
    void countsFacets() {
        var request = GetEntityFacetsRequest.of("kind", "metadata.tags")
                .withFilter(EntityFilterQuery.where("metadata.tags", "java"));
        assertThat(catalog.entityFacets(request))
                .isEqualTo(Map.of(
                        "kind",
                        List.of(new EntityFacet("Component", 1), new EntityFacet("API", 1)),
                        "metadata.tags",
                        List.of(new EntityFacet("Java", 1), new EntityFacet("java", 1))));
    }

    @Test
    void removesEntitiesAndKnowsNoLocations() {
        catalog.refreshEntity("component:default/web");
        catalog.removeEntityByUid("uid-web");
        assertThat(catalog.entityByRef("component:default/web")).isEmpty();
        assertThatThrownBy(catalog::locations)
                .isInstanceOf(NotImplementedException.class)
                .hasMessage("Method not implemented.");
    }

    private static List<String> names(List<Entity> entities) {
        return entities.stream().map(Entity::name).toList();
    }

    private static Entity entity(String kind, String name, String type, String tag) {
        return new Entity((ObjectNode) Json.parse("""
                {"apiVersion": "backstage.io/v1alpha1", "kind": "%s",
                 "metadata": {"name": "%s", "uid": "uid-%s", "annotations": {"a.io/b": "x"}, "tags": ["%s"]},
                 "spec": {"type": "%s"}}
                """.formatted(kind, name, name, tag, type)));
    }
}
