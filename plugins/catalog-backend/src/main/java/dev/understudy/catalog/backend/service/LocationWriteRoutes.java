// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.AuditorService.Severity;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.catalog.backend.openapi.Operations;
import dev.understudy.catalog.backend.openapi.ValidRequest;
import dev.understudy.catalog.backend.providers.Location;
import dev.understudy.catalog.backend.providers.LocationStore.OnConflict;
import dev.understudy.catalog.common.CatalogPermissions;
import dev.understudy.catalog.node.LocationEntities;
import dev.understudy.errors.NotAllowedException;
import dev.understudy.permission.common.BasicPermission;
import dev.understudy.types.JavaScriptText;
import dev.understudy.types.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints that change locations. */
final class LocationWriteRoutes {
    private static final Set<String> YES = Set.of("y", "yes", "true", "1", "on");

    private final DefaultLocationService service;
    private final LocationDryRun dryRun;
    private final LocationQueries locations;
    private final CatalogAuthorizer authorizer;
    private final HttpAuthService httpAuth;
    private final CatalogAudit audit;
    private final boolean isReadonly;

    LocationWriteRoutes(CatalogRouterOptions options, CatalogAudit audit) {
        this.service = new DefaultLocationService(options.locations(), options.settings());
        this.dryRun = new LocationDryRun(options.orchestrator());
        this.locations = options.registeredLocations();
        this.authorizer = options.authorizer();
        this.httpAuth = options.httpAuth();
        this.audit = audit;
        this.isReadonly = options.settings().isReadonly();
    }

    /** Before the endpoints that read, for OPTIONS lists methods in the order of their declaration. */
    void addCreationTo(HttpRouter router) {
        router.post("/locations", Operations.CREATE_LOCATION.handledBy(audit.recording(this::creation, this::create)));
    }

    void addTo(HttpRouter router) {
        router.put("/locations/:id", Operations.UPDATE_LOCATION.handledBy(audit.recording(this::update, this::update)))
                .delete(
                        "/locations/:id",
                        Operations.PLAIN.handledBy(audit.recording(this::deletion, (request, _) -> delete(request))));
    }

    private AuditEvent creation(ValidRequest request) {
        var isDryRun = isDryRun(request);
        return AuditEvent.changingLocation("create")
                .withSeverity(isDryRun ? Severity.LOW : Severity.MEDIUM)
                .with("location", LocationInput.parse(request))
                .with("isDryRun", isDryRun);
    }

    private HttpResponse create(ValidRequest request, Map<String, Object> meta) {
        var isDryRun = isDryRun(request);
        if (!isDryRun) {
            refuseIfReadonly();
        }
        require(request, CatalogPermissions.LOCATION_CREATE);
        var input = LocationInput.parse(request);
        var answer = isDryRun ? tryOut(input) : register(request, input);
        meta.put("location", answer.get("location"));
        return HttpResponse.json(answer).withStatus(201);
    }

    private static boolean isDryRun(ValidRequest request) {
        return request.text("dryRun")
                .map(text -> YES.contains(JavaScriptText.trim(text).toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    private ObjectNode register(ValidRequest request, JsonNode input) {
        var onConflict =
                request.text("onConflict").map(text -> text.equals("refresh") ? OnConflict.REFRESH : OnConflict.REJECT);
        var json = Json.mapper().createObjectNode();
        json.set("location", toJson(service.create(LocationInput.read(input), onConflict)));
        json.putArray("entities");
        return json;
    }

    private ObjectNode tryOut(JsonNode input) {
        var location = LocationInput.read(input);
        service.requireAllowedType(location);
        var exists = locations.list().stream()
                .anyMatch(known ->
                        known.type().equals(location.type()) && known.target().equals(location.target()));
        var json = Json.mapper().createObjectNode().put("exists", exists);
        json.putObject("location")
                .setAll((ObjectNode) input)
                .put("id", location.type() + ":" + location.target())
                .put("entityRef", LocationEntities.ref(location));
        var entities = json.putArray("entities");
        dryRun.run(location).forEach(entity -> entities.add(entity.json()));
        return json;
    }

    private AuditEvent update(ValidRequest request) {
        return AuditEvent.changingLocation("update")
                .with("id", request.path("id"))
                .with("location", LocationInput.parse(request));
    }

    private HttpResponse update(ValidRequest request, Map<String, Object> meta) {
        refuseIfReadonly();
        require(request, CatalogPermissions.LOCATION_CREATE);
        var location = service.update(request.path("id"), LocationInput.read(LocationInput.parse(request)));
        meta.put("location", toJson(location));
        return HttpResponse.json(toJson(location));
    }

    private AuditEvent deletion(ValidRequest request) {
        return AuditEvent.changingLocation("delete").with("id", request.path("id"));
    }

    private HttpResponse delete(ValidRequest request) {
        refuseIfReadonly();
        require(request, CatalogPermissions.LOCATION_DELETE);
        service.delete(request.path("id"));
        return HttpResponse.status(204);
    }

    private void refuseIfReadonly() {
        if (isReadonly) {
            throw new NotAllowedException("This operation not allowed in readonly mode");
        }
    }

    private void require(ValidRequest request, BasicPermission permission) {
        authorizer.require(httpAuth.credentials(request.http()), permission);
    }

    private static ObjectNode toJson(Location location) {
        return new RegisteredLocation(location.id(), location.type(), location.target(), location.entityRef()).toJson();
    }
}
