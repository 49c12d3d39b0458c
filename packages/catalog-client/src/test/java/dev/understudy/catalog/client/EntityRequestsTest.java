// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes over the wire, as the reference's client sends it. */
final class EntityRequestsTest {
    private static final EntityFilterQuery FILTER = EntityFilterQuery.where("kind", "component")
            .and("metadata.name", "a b", "c&d")
            .andExists("spec.owner")
            .or(EntityFilterQuery.where("kind", "API"));

    @Test
    void listsEntities() {
        assertThat(EntityRequests.list(GetEntitiesRequest.ALL)).isEqualTo("/entities");
        assertThat(EntityRequests.list(GetEntitiesRequest.ALL
                        .withFilter(FILTER)
                        .withFields("kind", "metadata.name")
                        .withOrder(EntityOrder.descending("kind"), EntityOrder.ascending("metadata.name"))
                        .withOffset(1)
                        .withLimit(2)
                        .withAfter("x=")))
                .isEqualTo("/entities?fields=kind,metadata.name&limit=2"
                        + "&filter=kind%3Dcomponent%2Cmetadata.name%3Da%20b%2Cmetadata.name%3Dc%26d%2Cspec.owner"
                        + "&filter=kind%3DAPI&offset=1&after=x%3D&order=desc%3Akind&order=asc%3Ametadata.name");
    }

    @Test
    void asksForPagesInTheUrlUnlessThereIsAPredicate() {
        var request = QueryEntitiesRequest.initial()
                .withFields("kind")
                .withLimit(2)
                .withOffset(1)
                .withFilter(EntityFilterQuery.where("kind", "api"))
                .withOrderFields(EntityOrder.ascending("kind"))
                .withFullTextFilter(FullTextFilter.of(" x ", "a", "b"))
                .withTotalItems(QueryEntitiesRequest.TotalItems.EXCLUDE);
        assertThat(EntityRequests.needsBody(request)).isFalse();
        assertThat(EntityRequests.page(request))
                .isEqualTo("/entities/by-query?fields=kind&limit=2&offset=1&orderField=kind%2Casc&filter=kind%3Dapi"
                        + "&totalItems=exclude&fullTextFilterTerm=x&fullTextFilterFields=a,b");
        var predicate = request.withQuery(Json.parse("{\"spec.type\":\"x\"}"));
        assertThat(EntityRequests.needsBody(predicate)).isTrue();
        assertThat(EntityRequests.body(predicate).toString())
                .isEqualTo("{\"query\":{\"$all\":[{\"spec.type\":\"x\"},{\"kind\":\"api\"}]},\"offset\":1,"
                        + "\"orderBy\":[{\"field\":\"kind\",\"order\":\"asc\"}],"
                        + "\"fullTextFilter\":{\"term\":\" x \",\"fields\":[\"a\",\"b\"]},"
                        + "\"totalItems\":\"exclude\",\"limit\":2,\"fields\":[\"kind\"]}");
    }

    @Test
    void continuesInTheWayItBegan() {
        // {"query":{}} and {"filter":{}}
        assertThat(EntityRequests.needsBody(QueryEntitiesRequest.cursor("eyJxdWVyeSI6e319")))
                .isTrue();
        assertThat(EntityRequests.needsBody(QueryEntitiesRequest.cursor("eyJmaWx0ZXIiOnt9fQ==")))
                .isFalse();
        assertThat(EntityRequests.needsBody(QueryEntitiesRequest.cursor("!"))).isFalse();
        assertThat(EntityRequests.page(QueryEntitiesRequest.cursor("a+b")
                        .withFields(List.of("kind"))
                        .withLimit(1)))
                .isEqualTo("/entities/by-query?fields=kind&limit=1&cursor=a%2Bb");
    }

    @Test
    void turnsFiltersIntoPredicates() {
        assertThat(FilterForms.predicate(Optional.empty(), FILTER).orElseThrow().toString())
                .isEqualTo("{\"$any\":[{\"$all\":[{\"kind\":\"component\"},"
                        + "{\"metadata.name\":{\"$in\":[\"a b\",\"c&d\"]}},{\"spec.owner\":{\"$exists\":true}}]},"
                        + "{\"kind\":\"API\"}]}");
        assertThatThrownBy(() -> FilterForms.predicate(Optional.of(Json.parse("[]")), FILTER))
                .isInstanceOf(InputException.class)
                .hasMessage("Query must be an object");
    }

    @Test
    void staysWithinTheLimitsOfTheCatalog() {
        assertThat(EntityRequests.chunks(List.of())).isEmpty();
        assertThat(EntityRequests.chunks(Collections.nCopies(2001, "a")).stream()
                        .map(List::size))
                .containsExactly(1000, 1000, 1);
        assertThat(EntityRequests.chunks(Collections.nCopies(3, "a".repeat(50_000))).stream()
                        .map(List::size))
                .containsExactly(1, 1, 1);
    }
}
