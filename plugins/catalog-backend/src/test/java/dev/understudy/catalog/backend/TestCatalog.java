// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.ModuleContext;
import dev.understudy.backend.plugin.api.service.MetricsService;
import dev.understudy.backend.plugin.api.service.TracingService;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.backend.test.utils.MockUrlReader;
import dev.understudy.catalog.backend.processing.CatalogEvents;
import dev.understudy.catalog.backend.processing.ScmUrls;
import dev.understudy.catalog.node.CatalogProcessingExtensionPoint;
import dev.understudy.catalog.node.CatalogScmEventsService;
import dev.understudy.config.AppConfig;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A catalog at work on a database. */
final class TestCatalog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database;
    private final Catalog catalog;
    private final MockRootLogger logger;

    private TestCatalog(TestDatabase database, Catalog catalog, MockRootLogger logger) {
        this.database = database;
        this.catalog = catalog;
        this.logger = logger;
    }

    /** Starts a catalog with the section {@code catalog} of the configuration as JSON. */
    static TestCatalog start(TestDatabase database, String catalogConfig) throws Exception {
        return start(database, catalogConfig, _ -> {});
    }

    static TestCatalog start(
            TestDatabase database, String catalogConfig, Consumer<CatalogProcessingExtensionPoint> module)
            throws Exception {
        return start(database, catalogConfig, module, MockUrlReader.of(Map.of()));
    }

    static TestCatalog start(
            TestDatabase database,
            String catalogConfig,
            Consumer<CatalogProcessingExtensionPoint> module,
            UrlReaderService urlReader)
            throws Exception {
        return start(database, catalogConfig, module, urlReader, MetricsService.noop(), TracingService.noop());
    }

    static TestCatalog start(
            TestDatabase database,
            String catalogConfig,
            Consumer<CatalogProcessingExtensionPoint> module,
            UrlReaderService urlReader,
            MetricsService metrics,
            TracingService tracing)
            throws Exception {
        var config = ConfigReader.fromConfigs(
                List.of(new AppConfig("test", Json.mapper().readTree("{\"catalog\":" + catalogConfig + "}"))));
        var logger = MockRootLogger.create();
        var extensions = new CatalogExtensions();
        module.accept(extensions.processing(new FailingModule()));
        var services = new CatalogServices(
                config,
                logger,
                database,
                urlReader,
                ScmUrls.generic(),
                CatalogEvents.NONE,
                CatalogScmEventsService.inMemory(logger),
                new OnceScheduler(),
                metrics,
                tracing,
                Clock.systemUTC());
        var catalog = new CatalogBuilder(services, extensions, Optional.empty()).build();
        catalog.engine().start();
        return new TestCatalog(database, catalog, logger);
    }

    private record FailingModule() implements ModuleContext {
        @Override
        public String moduleId() {
            return "test";
        }

        @Override
        public void reportStartupFailure(Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All lines but those for debugging. */
    List<String> log() {
        return logger.lines().stream()
                .filter(line -> !line.startsWith("debug "))
                .toList();
    }

    Sql sql() {
        return Sql.writing(database);
    }

    /** Waits until nothing is due any more and all is stitched. */
    TestCatalog settle() {
        await(this::isSettled);
        return this;
    }

    /** Waits for a condition. */
    void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    private boolean isSettled() {
        return nothingIsDue()
                && catalog.engine().isIdle()
                && nothingIsDue()
                && catalog.engine().isIdle()
                && count("select count(*) from stitch_queue") == 0;
    }

    private boolean nothingIsDue() {
        return count("select count(*) from refresh_state where next_update_at <= CURRENT_TIMESTAMP") == 0;
    }

    int count(String query) {
        return sql().one(query, row -> row.getInt(1)).orElseThrow();
    }

    /** The final form of an entity. */
    Optional<JsonNode> entity(String ref) {
        return sql().one(
                        "select final_entity from final_entities where entity_ref = ?",
                        row -> Json.mapper().readTree(row.getString(1)),
                        ref);
    }

    List<String> refs() {
        return sql().query("select entity_ref from final_entities order by entity_ref", row -> row.getString(1));
    }

    Map<String, String> hashes() {
        return sql()
                .query(
                        "select entity_ref, hash || last_updated_at from final_entities",
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Makes all entities due. */
    void refreshAll() {
        sql().update("update refresh_state set next_update_at = CURRENT_TIMESTAMP");
    }

    @Override
    public void close() throws InterruptedException {
        catalog.engine().stop();
    }
}
