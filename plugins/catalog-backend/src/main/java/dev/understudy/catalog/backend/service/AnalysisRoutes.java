// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.Operations;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.common.AnalyzeLocationRequest;
import dev.understudy.catalog.common.AnalyzeLocationResponse;
import dev.understudy.catalog.common.CatalogPermissions;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.node.LocationAnalyzer;
import dev.understudy.types.Json;
import dev.understudy.types.schema.Schema;
import dev.understudy.types.schema.Schemas;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The endpoint that looks at what a location holds. */
final class AnalysisRoutes {
    private static final Schema BODY = schema();

    private final LocationAnalyzer analyzer;
    private final CatalogAuthorizer authorizer;
    private final HttpAuthService httpAuth;
    private final CatalogAudit audit;

    AnalysisRoutes(CatalogRouterOptions options, CatalogAudit audit) {
        this.analyzer = options.analyzer();
        this.authorizer = options.authorizer();
        this.httpAuth = options.httpAuth();
        this.audit = audit;
    }

    private static Schema schema() {
        var shape = new LinkedHashMap<String, Schema>();
        shape.put("location", LocationInput.schema());
        shape.put("catalogFilename", Schemas.optional(Schemas.string()));
        return Schemas.object(shape);
    }

    void addTo(HttpRouter router) {
        router.post(
                "/analyze-location",
                Operations.ANALYZE_LOCATION.handledBy(
                        audit.recording(AuditEvent.of("location-analyze"), this::analyze)));
    }

    private HttpResponse analyze(ValidRequest request, Map<String, Object> meta) throws Exception {
        var body = PostedBody.parse(request, BODY);
        var credentials = httpAuth.credentials(request.http());
        authorizer.require(credentials, CatalogPermissions.LOCATION_ANALYZE);
        var filename = Optional.of(body.path("catalogFilename")).filter(JsonNode::isString);
        var location = LocationInput.read(body.get("location"));
        var response = analyzer.analyzeLocation(
                new AnalyzeLocationRequest(location, filename.map(JsonNode::stringValue)), credentials);
        var json = toJson(response);
        meta.put("output", json);
        return HttpResponse.json(json);
    }

    private static ObjectNode toJson(AnalyzeLocationResponse response) {
        var json = Json.mapper().createObjectNode();
        var existing = json.putArray("existingEntityFiles");
        response.existingEntityFiles().forEach(file -> existing.add(toJson(file)));
        var generated = json.putArray("generateEntities");
        response.generateEntities().forEach(suggestion -> generated.add(toJson(suggestion)));
        return json;
    }

    private static ObjectNode toJson(AnalyzeLocationResponse.ExistingEntity file) {
        var json = Json.mapper().createObjectNode();
        json.set("location", toJson(file.location()));
        json.put("isRegistered", file.isRegistered());
        return json.set("entity", file.entity().json());
    }

    private static ObjectNode toJson(LocationSpec location) {
        var json = Json.mapper().createObjectNode().put("type", location.type()).put("target", location.target());
        location.presence().ifPresent(presence -> json.put("presence", presence.text()));
        return json;
    }

    private static ObjectNode toJson(AnalyzeLocationResponse.GenerateEntity suggestion) {
        var json = Json.mapper().createObjectNode();
        json.set("entity", suggestion.entity().json());
        var fields = json.putArray("fields");
        suggestion
                .fields()
                .forEach(field -> fields.addObject()
                        .put("description", field.description())
                        .put("field", field.field())
                        .put("state", field.state())
                        .put("value", field.value().orElse(null)));
        return json;
    }
}
