// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.backend.plugin.api.http.HttpBody;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.AccessRestrictions;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.backend.TestDatabase;
import dev.understudy.errors.BackendException;
import dev.understudy.types.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The endpoints over a database of their own. */
final class TestCatalog implements AutoCloseable {
    private final TestDatabase database;
    private final StoredEntities entities;
    private final HttpRouter router;
    private final List<String> warnings = new ArrayList<>();
    private Optional<AccessRestrictions> restrictions = Optional.empty();

    private TestCatalog(DatabaseDialect dialect, Path directory, CatalogAuthorizer authorizer) {
        this.database = TestDatabase.create(dialect, directory);
        this.entities = StoredEntities.in(database);
        var catalog = DefaultEntitiesCatalog.create(database, new Warnings(warnings));
        this.router = CatalogRouter.create(
                AuthorizedEntitiesCatalog.create(catalog, authorizer),
                DefaultLocationQueries.create(database),
                authorizer,
                new TestAuth());
    }

    static TestCatalog start(DatabaseDialect dialect, Path directory) {
        return new TestCatalog(dialect, directory, CatalogAuthorizer.withoutPolicy());
    }

    static TestCatalog start(DatabaseDialect dialect, Path directory, CatalogAuthorizer authorizer) {
        return new TestCatalog(dialect, directory, authorizer);
    }

    StoredEntities entities() {
        return entities;
    }

    List<String> warnings() {
        return warnings;
    }

    TestCatalog restrictedTo(String... permissions) {
        restrictions = Optional.of(new AccessRestrictions(Set.of(permissions), Set.of()));
        return this;
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
        return router.handle(TestRequest.of(method, url, body, headers), _ -> HttpResponse.status(404));
    }

    static String text(HttpResponse response) throws Exception {
        return switch (response.body()) {
            case HttpBody.Empty() -> "" + response.status();
            case HttpBody.Bytes(var bytes) -> new String(bytes, StandardCharsets.UTF_8);
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

    private record Credentials(BackstagePrincipal principal) implements BackstageCredentials {
        @Override
        public Optional<Instant> expiresAt() {
            return Optional.empty();
        }
    }

    private final class TestAuth implements HttpAuthService {
        @Override
        public BackstageCredentials credentials(HttpRequest request, Allow... allow) {
            return new Credentials(new BackstagePrincipal.Service("test", restrictions));
        }

        @Override
        public BackstageCredentials limitedCredentials(HttpRequest request, Allow... allow) {
            return credentials(request, allow);
        }

        @Override
        public String clearUserCookie(HttpRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UserCookie issueUserCookie(HttpRequest request) {
            throw new UnsupportedOperationException();
        }
    }

    private record Warnings(List<String> lines) implements LoggerService {
        @Override
        public void error(String message, Map<String, ?> fields) {}

        @Override
        public void warn(String message, Map<String, ?> fields) {
            lines.add(message);
        }

        @Override
        public void info(String message, Map<String, ?> fields) {}

        @Override
        public void debug(String message, Map<String, ?> fields) {}

        @Override
        public void error(String message, Throwable failure) {}

        @Override
        public void warn(String message, Throwable failure) {}

        @Override
        public LoggerService child(Map<String, ?> fields) {
            return this;
        }
    }
}
