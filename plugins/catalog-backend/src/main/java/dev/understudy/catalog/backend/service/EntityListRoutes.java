// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.Operations;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.backend.query.EntityFields;
import dev.understudy.catalog.backend.query.OrderParams;
import dev.understudy.catalog.backend.query.Pagination;
import dev.understudy.catalog.backend.query.QueryCursor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The endpoint that lists entities: a page where the client asks for one, otherwise all of them, as they are read. */
final class EntityListRoutes {
    /** How many entities are in memory at a time. */
    private static final long BATCH = 500;

    private final EntitiesCatalog catalog;
    private final HttpAuthService httpAuth;
    private final CatalogAudit audit;
    private final boolean isDevelopment;

    EntityListRoutes(EntitiesCatalog catalog, HttpAuthService httpAuth, CatalogAudit audit, boolean isDevelopment) {
        this.catalog = catalog;
        this.httpAuth = httpAuth;
        this.audit = audit;
        this.isDevelopment = isDevelopment;
    }

    void addTo(HttpRouter router) {
        router.get(
                "/entities",
                Operations.GET_ENTITIES.handledBy(
                        audit.recording(EntityListRoutes::event, (request, _) -> list(request))));
    }

    private static AuditEvent event(ValidRequest request) {
        var query = request.http().query();
        var meta = new LinkedHashMap<String, Object>();
        for (var name : query.names()) {
            var values = query.all(name);
            meta.put(name, values.size() == 1 ? values.getFirst() : values);
        }
        return AuditEvent.fetchingEntities("all").with("query", meta);
    }

    private HttpResponse list(ValidRequest request) {
        var predicate = RequestFilters.predicateOfParameters(request);
        var filter = RequestFilters.read(predicate);
        var fields = RequestFilters.fields(request);
        var order = OrderParams.parseOrder(request.list("order"));
        var pagination = Pagination.parse(request.count("limit"), request.count("offset"), request.text("after"));
        var credentials = httpAuth.credentials(request.http());
        if (pagination.isPresent()) {
            return page(request, new EntitiesRequest(credentials, filter, order, pagination.get()), fields);
        }
        return all(batch(credentials, QueryCursor.initial(predicate, order, Optional.empty())), credentials, fields);
    }

    private HttpResponse page(ValidRequest request, EntitiesRequest wanted, Optional<EntityFields> fields) {
        var page = catalog.entities(wanted);
        var items = RequestFilters.select(page.entities(), fields);
        var json = new JsonOutput(items).array(items);
        var response = items.isEmpty() ? HttpResponse.rawJson(json.bytes()) : RequestFilters.answer(json, fields);
        return page.nextCursor()
                .map(cursor -> response.withHeader("Link", NextLink.of(request.http(), cursor)))
                .orElse(response);
    }

    private QueryEntitiesResponse batch(BackstageCredentials credentials, QueryCursor cursor) {
        return catalog.queryEntities(new QueryEntitiesRequest(credentials, cursor, cursor.filter(), BATCH, 0, false));
    }

    /** The first batch is read before anything is sent, so that its failure is still an error response. */
    private HttpResponse all(
            QueryEntitiesResponse first, BackstageCredentials credentials, Optional<EntityFields> fields) {
        if (first.items().isEmpty()) {
            return HttpResponse.jsonText("[]");
        }
        return HttpResponse.jsonStream(out -> write(first, credentials, fields, out));
    }

    /** Whole entities are sent as they are stored, even where people read them. */
    private ArrayLayout layout(Optional<EntityFields> fields) {
        return isDevelopment && fields.isPresent() ? ArrayLayout.INDENTED : ArrayLayout.COMPACT;
    }

    private void write(
            QueryEntitiesResponse first,
            BackstageCredentials credentials,
            Optional<EntityFields> fields,
            OutputStream out)
            throws IOException {
        var layout = layout(fields);
        var batch = first;
        out.write(layout.start().getBytes(UTF_8));
        out.write(layout.items(RequestFilters.select(batch.items(), fields)));
        while (batch.nextCursor().isPresent()) {
            batch = batch(credentials, batch.nextCursor().get());
            if (!batch.items().isEmpty()) {
                out.write(layout.separator().getBytes(UTF_8));
                out.write(layout.items(RequestFilters.select(batch.items(), fields)));
            }
        }
        out.write(layout.end().getBytes(UTF_8));
    }
}
