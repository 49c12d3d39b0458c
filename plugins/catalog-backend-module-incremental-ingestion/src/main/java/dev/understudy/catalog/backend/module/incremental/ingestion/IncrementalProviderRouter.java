// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import static dev.understudy.catalog.backend.module.incremental.ingestion.IncrementalAnswers.answer;
import static dev.understudy.catalog.backend.module.incremental.ingestion.IncrementalAnswers.failure;
import static dev.understudy.catalog.backend.module.incremental.ingestion.IncrementalAnswers.success;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows and steers ingestions, at {@code /incremental}. Backstage counterpart of the same name. */
record IncrementalProviderRouter(
        IngestionDatabase database, PermissionsService permissions, HttpAuthService httpAuth, LoggerService logger) {
    private static final String PROVIDER = "/providers/:provider";

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
                        _ -> answer(
                                "success", true, "providers", database.records().providers()))
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

    private Optional<IngestionRecord> current(HttpRequest request) {
        return database.records().current(request.param("provider"));
    }

    /** The answer without an open ingestion: between two of them, or because nobody knows the provider. */
    private HttpResponse restarting(HttpRequest request, String message) {
        var provider = request.param("provider");
        return database.records().providers().contains(provider)
                ? success(message)
                : failure("Provider '" + provider + "' not found");
    }

    private HttpResponse unknown(String provider) {
        logger.error(provider + " - No ingestion record found in the database!");
        return IncrementalAnswers.unknown(provider);
    }

    private HttpResponse health() {
        var seen = new LinkedHashSet<String>();
        var duplicates = new LinkedHashSet<String>();
        for (var provider : database.records().activeProviders()) {
            if (!seen.add(provider)) {
                duplicates.add(provider);
            }
        }
        return duplicates.isEmpty()
                ? answer("healthy", true)
                : answer("healthy", false, "duplicateIngestions", List.copyOf(duplicates));
    }

    private HttpResponse cleanup() {
        var deleted = database.cleanup().purgeAll();
        return answer(
                "ingestionsDeleted",
                deleted.ingestionsDeleted(),
                "ingestionMarksDeleted",
                deleted.marksDeleted(),
                "markEntitiesDeleted",
                deleted.markEntitiesDeleted());
    }

    private HttpResponse status(HttpRequest request) {
        var record = current(request);
        if (record.isPresent()) {
            return IncrementalAnswers.status(record.get());
        }
        var provider = request.param("provider");
        return database.records().providers().contains(provider)
                ? answer("success", true, "status", Map.of("current_action", "rest complete, waiting to start"))
                : unknown(provider);
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
        return answer(
                "provider",
                provider,
                "ingestionsDeleted",
                deleted.ingestionsDeleted(),
                "marksDeleted",
                deleted.marksDeleted(),
                "markEntitiesDeleted",
                deleted.markEntitiesDeleted());
    }

    private HttpResponse marks(HttpRequest request) {
        var record = current(request);
        if (record.isPresent()) {
            var marks = database.marks().all(record.get().id()).stream()
                    .map(IncrementalAnswers::mark)
                    .toList();
            return answer("success", true, "records", marks);
        }
        var provider = request.param("provider");
        return database.records().providers().contains(provider)
                ? success("No records yet (provider is restarting)")
                : unknown(provider);
    }

    private HttpResponse clearMarks(HttpRequest request) {
        var provider = request.param("provider");
        var deleted = database.cleanup().clearFinished(provider);
        return answer(
                "success",
                true,
                "message",
                "Expired marks for provider '" + provider + "' removed.",
                "deletions",
                Map.of("deletions", deleted));
    }
}
