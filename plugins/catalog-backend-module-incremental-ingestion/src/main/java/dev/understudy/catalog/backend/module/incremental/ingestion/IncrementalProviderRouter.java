// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.PermissionsService;
import dev.understudy.catalog.common.CatalogPermissions;
import dev.understudy.errors.NotAllowedException;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.types.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Shows and steers ingestions, at {@code /incremental}. Backstage counterpart of the same name. */
record IncrementalProviderRouter(
        IngestionDatabase database, PermissionsService permissions, HttpAuthService httpAuth, LoggerService logger) {
    private static final String PROVIDER = "/providers/:provider";
    private static final DateTimeFormatter JAVASCRIPT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    HttpRouter create() {
        var routes = HttpRouter.create()
                .use(this::authorize)
                .get("/health", _ -> health())
                .post("/cleanup", _ -> cleanup())
                .get(PROVIDER, this::status)
                .post(PROVIDER + "/trigger", this::trigger)
                .post(PROVIDER + "/start", this::start)
                .get(
                        "/providers",
                        _ -> HttpResponse.json(ordered(
                                "success", true, "providers", database.records().providers())))
                .post(PROVIDER + "/cancel", this::cancel)
                .delete(PROVIDER, this::reset)
                .get(PROVIDER + "/marks", this::marks)
                .delete(PROVIDER + "/marks", this::clearMarks);
        return HttpRouter.create().mount("/incremental", routes);
    }

    private HttpResponse authorize(HttpRequest request, HttpHandler next) throws Exception {
        var reads = request.method().equals("GET") || request.method().equals("HEAD");
        var permission = reads ? CatalogPermissions.INGESTION_READ : CatalogPermissions.INGESTION_MANAGE;
        var decision = permissions.authorize(permission, httpAuth.credentials(request));
        if (decision == DefinitivePolicyDecision.DENY) {
            throw new NotAllowedException("Unauthorized");
        }
        return next.handle(request);
    }

    private static Map<String, Object> ordered(Object... entries) {
        var map = new LinkedHashMap<String, Object>();
        for (var index = 0; index < entries.length; index += 2) {
            map.put((String) entries[index], entries[index + 1]);
        }
        return map;
    }

    private static HttpResponse success(String message) {
        return HttpResponse.json(ordered("success", true, "message", message));
    }

    private Optional<IngestionRecord> current(HttpRequest request) {
        return database.records().current(request.param("provider"));
    }

    /** The answer without an open ingestion: between two of them, or because nobody knows the provider. */
    private HttpResponse restarting(HttpRequest request, String message) {
        var provider = request.param("provider");
        return database.records().providers().contains(provider)
                ? success(message)
                : HttpResponse.json(ordered("success", false, "message", "Provider '" + provider + "' not found"))
                        .withStatus(404);
    }

    private HttpResponse unknown(String provider) {
        logger.error(provider + " - No ingestion record found in the database!");
        return HttpResponse.json(ordered(
                        "success", false, "status", Map.of(), "last_error", "Provider '" + provider + "' not found"))
                .withStatus(404);
    }

    private HttpResponse health() {
        var seen = new LinkedHashSet<String>();
        var duplicates = new LinkedHashSet<String>();
        for (var provider : database.records().activeProviders()) {
            if (!seen.add(provider)) {
                duplicates.add(provider);
            }
        }
        return HttpResponse.json(
                duplicates.isEmpty()
                        ? ordered("healthy", true)
                        : ordered("healthy", false, "duplicateIngestions", List.copyOf(duplicates)));
    }

    private HttpResponse cleanup() {
        var deleted = database.cleanup().purgeAll();
        return HttpResponse.json(ordered(
                "ingestionsDeleted",
                deleted.ingestionsDeleted(),
                "ingestionMarksDeleted",
                deleted.marksDeleted(),
                "markEntitiesDeleted",
                deleted.markEntitiesDeleted()));
    }

    private HttpResponse status(HttpRequest request) {
        var record = current(request);
        if (record.isPresent()) {
            var status = ordered(
                    "current_action",
                    record.get().status(),
                    "next_action_at",
                    text(record.get().nextActionAt()));
            var answer = ordered("success", true, "status", status);
            // null as it is in the database
            var json = Json.mapper().<ObjectNode>valueToTree(answer);
            record.get()
                    .lastError()
                    .ifPresentOrElse(error -> json.put("last_error", error), () -> json.putNull("last_error"));
            return HttpResponse.json(json);
        }
        var provider = request.param("provider");
        return database.records().providers().contains(provider)
                ? HttpResponse.json(
                        ordered("success", true, "status", Map.of("current_action", "rest complete, waiting to start")))
                : unknown(provider);
    }

    private static String text(Instant time) {
        return JAVASCRIPT.format(time);
    }

    private HttpResponse trigger(HttpRequest request) {
        if (current(request).isEmpty()) {
            return restarting(request, "Unable to trigger next action (provider is restarting)");
        }
        database.records().trigger(request.param("provider"));
        return success(request.param("provider") + ": Next action triggered.");
    }

    private HttpResponse start(HttpRequest request) {
        var record = current(request);
        if (record.isEmpty()) {
            return restarting(request, "Provider is already restarting");
        }
        if (record.get().status().equals("resting")) {
            database.records().complete(record.get().id());
        } else {
            database.records().canceling(record.get().id());
        }
        return success(request.param("provider") + ": Next cycle triggered.");
    }

    private HttpResponse cancel(HttpRequest request) {
        if (current(request).isEmpty()) {
            return restarting(request, "Provider is currently restarting, please wait.");
        }
        database.records().cancel(request.param("provider"));
        return success(request.param("provider") + ": Current ingestion canceled.");
    }

    private HttpResponse reset(HttpRequest request) {
        var provider = request.param("provider");
        var deleted = database.cleanup().purgeAndReset(provider);
        return HttpResponse.json(ordered(
                "provider",
                provider,
                "ingestionsDeleted",
                deleted.ingestionsDeleted(),
                "marksDeleted",
                deleted.marksDeleted(),
                "markEntitiesDeleted",
                deleted.markEntitiesDeleted()));
    }

    private HttpResponse marks(HttpRequest request) {
        var record = current(request);
        if (record.isPresent()) {
            var marks = database.marks().all(record.get().id()).stream()
                    .map(IncrementalProviderRouter::mark)
                    .toList();
            return HttpResponse.json(ordered("success", true, "records", marks));
        }
        var provider = request.param("provider");
        return database.records().providers().contains(provider)
                ? success("No records yet (provider is restarting)")
                : unknown(provider);
    }

    private static Map<String, Object> mark(IngestionMark mark) {
        return ordered(
                "id",
                mark.id(),
                "ingestion_id",
                mark.ingestionId(),
                "cursor",
                mark.cursor().orElseGet(() -> Json.parse("null")),
                "sequence",
                mark.sequence(),
                "created_at",
                text(mark.createdAt()));
    }

    private HttpResponse clearMarks(HttpRequest request) {
        var provider = request.param("provider");
        var deleted = database.cleanup().clearFinished(provider);
        return HttpResponse.json(ordered(
                "success",
                true,
                "message",
                "Expired marks for provider '" + provider + "' removed.",
                "deletions",
                Map.of("deletions", deleted)));
    }
}
