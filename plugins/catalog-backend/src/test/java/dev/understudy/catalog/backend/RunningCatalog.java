// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.catalog.node.CatalogServiceRefs.CATALOG_SCM_EVENTS;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.testing.TestResponse;
import dev.understudy.backend.test.utils.MockAuditor;
import dev.understudy.backend.test.utils.MockPermissions;
import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.backend.test.utils.MockServices;
import dev.understudy.backend.test.utils.MockUrlReader;
import dev.understudy.backend.test.utils.TestBackend;
import dev.understudy.backend.test.utils.TestDatabaseId;
import dev.understudy.catalog.node.CatalogScmEventsService;
import java.time.Duration;
import java.util.Map;

/** The catalog plugin in a backend, with files to read at URLs. */
record RunningCatalog(
        TestBackend backend,
        MockUrlReader files,
        MockAuditor auditor,
        CatalogScmEventsService scmEvents,
        MockRootLogger scmLog)
        implements AutoCloseable {
    static final String API = "/api/catalog";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static RunningCatalog start(TestDatabaseId database, Map<String, ?> config) {
        return start(database, config, MockPermissions.allow());
    }

    static RunningCatalog start(
            TestDatabaseId database, Map<String, ?> config, MockPermissions permissions, BackendFeature... others) {
        var files = MockUrlReader.of(Map.of());
        var auditor = MockAuditor.create();
        var scmLog = MockRootLogger.create();
        var scmEvents = CatalogScmEventsService.inMemory(scmLog);
        var builder = TestBackend.with(Map.of("catalog", config)).database(database);
        for (BackendFeature feature : new BackendFeature[] {
            CatalogPlugin.feature(),
            MockServices.urlReaderFactory(files),
            MockServices.auditorFactory(auditor),
            MockServices.permissionsFactory(permissions),
            createServiceFactory(CATALOG_SCM_EVENTS, _ -> () -> scmEvents)
        }) {
            builder.add(feature);
        }
        for (var feature : others) {
            builder.add(feature);
        }
        return new RunningCatalog(builder.start(), files, auditor, scmEvents, scmLog);
    }

    TestResponse get(String path) {
        return backend.http().get(API + path);
    }

    TestResponse post(String path, String body) {
        return backend.http().post(API + path, body);
    }

    TestResponse put(String path, String body) {
        return backend.http().put(API + path, body);
    }

    TestResponse delete(String path) {
        return backend.http().delete(API + path);
    }

    /** Registers a location, and tells its id. */
    String register(String target) {
        var answer = post("/locations", location(target));
        return answer.json().at("/location/id").stringValue();
    }

    static String location(String target) {
        return "{\"type\":\"url\",\"target\":\"" + target + "\"}";
    }

    static String component(String name) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: {name: %s}
                spec: {type: service, lifecycle: production, owner: crew}
                """.formatted(name);
    }

    /** Waits until an entity is there, or is not. */
    void awaitEntity(String ref, boolean isThere) {
        var parts = ref.split("[:/]", -1);
        var path = "/entities/by-name/" + parts[0] + "/" + parts[1] + "/" + parts[2];
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> (get(path).status() == 200) == isThere);
    }

    @Override
    public void close() {
        backend.close();
    }
}
