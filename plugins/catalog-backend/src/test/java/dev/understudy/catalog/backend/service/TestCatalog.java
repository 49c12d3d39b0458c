// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.http.HttpBody;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.PermissionsService;
import dev.understudy.backend.plugin.api.testing.MockRequest;
import dev.understudy.backend.test.utils.MockAuditor;
import dev.understudy.backend.test.utils.MockPermissions;
import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.backend.test.utils.MockServices;
import dev.understudy.catalog.backend.TestDatabase;
import dev.understudy.catalog.backend.database.CatalogChanges;
import dev.understudy.catalog.backend.permissions.CatalogPermissionRules;
import dev.understudy.catalog.backend.processing.EntityProcessingResult;
import dev.understudy.catalog.backend.providers.DefaultLocationStore;
import dev.understudy.catalog.backend.providers.LocationStore.OnConflict;
import dev.understudy.catalog.backend.providers.ScmEventHandling;
import dev.understudy.catalog.common.AnalyzeLocationResponse;
import dev.understudy.catalog.node.CatalogScmEventsService;
import dev.understudy.errors.BackendException;
import dev.understudy.permission.node.PermissionRuleset;
import dev.understudy.types.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The endpoints over a database of their own. */
final class TestCatalog implements AutoCloseable {
    private final TestDatabase database;
    private final StoredEntities entities;
    private final HttpRouter router;
    private final MockRootLogger logger = MockRootLogger.create();
    private final MockAuditor auditor = MockAuditor.create();

    private TestCatalog(
            DatabaseDialect dialect, Path directory, PermissionsService permissions, boolean isDevelopment) {
        this.database = TestDatabase.create(dialect, directory);
        this.entities = StoredEntities.in(database);
        var catalog = DefaultEntitiesCatalog.create(database, new CatalogChanges(), logger);
        this.router = CatalogRouter.create(new CatalogRouterOptions(
                catalog,
                DefaultRefreshService.create(database),
                DefaultLocationQueries.create(database),
                new DefaultLocationStore(
                        Sql.writing(database),
                        CatalogScmEventsService.inMemory(MockRootLogger.create()),
                        new ScmEventHandling(false, false, false)),
                (_, _) -> new AnalyzeLocationResponse(List.of(), List.of()),
                (entity, _) -> new EntityProcessingResult.Failed(List.of()),
                CatalogAuthorizer.create(permissions, PermissionRuleset.of(CatalogPermissionRules.ALL)),
                MockServices.auth("catalog"),
                MockServices.httpAuth("catalog"),
                auditor,
                new ServiceSettings(false, List.of("url"), OnConflict.REJECT, isDevelopment)));
    }

    static TestCatalog start(DatabaseDialect dialect, Path directory) {
        return start(dialect, directory, MockPermissions.allow());
    }

    static TestCatalog start(DatabaseDialect dialect, Path directory, PermissionsService permissions) {
        return new TestCatalog(dialect, directory, permissions, false);
    }

    static TestCatalog startForDevelopment(DatabaseDialect dialect, Path directory) {
        return new TestCatalog(dialect, directory, MockPermissions.allow(), true);
    }

    MockAuditor auditor() {
        return auditor;
    }

    StoredEntities entities() {
        return entities;
    }

    List<String> log() {
        return logger.lines();
    }

    /** The text of the answer, or name and message of the failure. */
    String get(String url) throws Exception {
        return text("GET", url, "", Map.of());
    }

    JsonNode json(String url) throws Exception {
        return Json.mapper().readTree(get(url));
    }

    String post(String url, String body) throws Exception {
        return text("POST", url, body, Map.of("Content-Type", "application/json"));
    }

    String text(String method, String url, String body, Map<String, String> headers) throws Exception {
        try {
            return text(send(method, url, body, headers));
        } catch (BackendException failure) {
            return failure.name() + ": " + failure.getMessage();
        }
    }

    HttpResponse send(String method, String url, String body, Map<String, String> headers) throws Exception {
        var request = MockRequest.of(method, url)
                .withBody(body.getBytes(StandardCharsets.UTF_8))
                .below("/api/catalog");
        for (var header : headers.entrySet()) {
            request = request.withHeader(header.getKey(), header.getValue());
        }
        return router.handle(request, _ -> HttpResponse.status(404));
    }

    static String text(HttpResponse response) throws Exception {
        return switch (response.body()) {
            case HttpBody.Empty() -> "" + response.status();
            case HttpBody.Bytes(var bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case HttpBody.Raw(var bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case HttpBody.Streaming(var writer) -> {
                var out = new ByteArrayOutputStream();
                writer.writeTo(out);
                yield out.toString(StandardCharsets.UTF_8);
            }
        };
    }

    @Override
    public void close() {
        database.close();
    }
}
