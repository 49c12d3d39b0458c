// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.database.CatalogChanges;
import dev.understudy.catalog.backend.database.CatalogMigrations;
import dev.understudy.catalog.backend.database.DatabaseInstruments;
import dev.understudy.catalog.backend.database.ProcessingDatabase;
import dev.understudy.catalog.backend.database.ProcessingInterval;
import dev.understudy.catalog.backend.database.ProviderDatabase;
import dev.understudy.catalog.backend.ingestion.DefaultCatalogRulesEnforcer;
import dev.understudy.catalog.backend.processing.CatalogProcessingOrchestrator;
import dev.understudy.catalog.backend.processing.DefaultCatalogProcessingEngine;
import dev.understudy.catalog.backend.processing.DefaultCatalogProcessingOrchestrator;
import dev.understudy.catalog.backend.processing.EntityProviders;
import dev.understudy.catalog.backend.processing.OrchestratorOptions;
import dev.understudy.catalog.backend.processing.OrphanCleanup;
import dev.understudy.catalog.backend.processing.ProcessingReporter;
import dev.understudy.catalog.backend.processing.ProcessingSpans;
import dev.understudy.catalog.backend.processing.Signal;
import dev.understudy.catalog.backend.processing.TracedProcessingOrchestrator;
import dev.understudy.catalog.backend.providers.ConfigLocationEntityProvider;
import dev.understudy.catalog.backend.providers.DefaultLocationStore;
import dev.understudy.catalog.backend.providers.GenericScmEventRefreshProvider;
import dev.understudy.catalog.backend.providers.ScmEventHandling;
import dev.understudy.catalog.backend.stitching.DefaultStitcher;
import dev.understudy.catalog.backend.stitching.StitchingStrategy;
import dev.understudy.catalog.model.DefaultNamespaceEntityPolicy;
import dev.understudy.catalog.model.EntityPolicies;
import dev.understudy.catalog.model.EntityPolicy;
import dev.understudy.catalog.model.FieldFormatEntityPolicy;
import dev.understudy.catalog.model.NoForeignRootFieldsEntityPolicy;
import dev.understudy.catalog.model.SchemaValidEntityPolicy;
import dev.understudy.catalog.model.Validators;
import dev.understudy.catalog.model.layer.CatalogModel;
import dev.understudy.catalog.node.EntityProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the catalog together. Backstage counterpart of the same name. */
final class CatalogBuilder {
    private final CatalogServices services;
    private final CatalogExtensions extensions;
    private final Optional<CatalogModel> model;
    private final Signal processing = new Signal();
    private final Signal stitching = new Signal();

    CatalogBuilder(CatalogServices services, CatalogExtensions extensions, Optional<CatalogModel> model) {
        this.services = services;
        this.extensions = extensions;
        this.model = model;
    }

    /** Migrates the database and connects the providers; nothing is processed until the catalog is started. */
    Catalog build() throws Exception {
        var orchestrator = orchestrator();
        migrate();
        var sql = Sql.writing(services.database());
        DatabaseInstruments.register(services.metrics(), Sql.reading(services.database()));
        var handling = ScmEventHandling.fromConfig(services.config());
        var locations = new DefaultLocationStore(sql, services.scmEvents(), handling);
        var refreshes = new GenericScmEventRefreshProvider(sql, services.scmEvents(), handling);
        var changes = new CatalogChanges();
        var providers = new EntityProviders(
                new ProviderDatabase(sql, changes, services.logger()), processing, services.logger());
        var entries = providerEntries(locations, refreshes);
        providers.connect(entries);
        return new Catalog(
                orchestrator,
                locations,
                changes,
                new CatalogEngine(
                        () -> evictOrphans(providers, entries),
                        processingEngine(sql, orchestrator),
                        stitcher(),
                        orphanCleanup(sql)));
    }

    private void migrate() {
        if (!services.database().skipMigrations()) {
            services.logger().info("Performing database migration");
        }
        CatalogMigrations.apply(services.database());
    }

    private CatalogProcessingOrchestrator orchestrator() {
        return new DefaultCatalogProcessingOrchestrator(
                new OrchestratorOptions(
                        new CatalogProcessors(services, extensions, model).create(),
                        policy(),
                        DefaultCatalogRulesEnforcer.fromConfig(services.config()),
                        extensions.parser(),
                        services.urls(),
                        extensions.allowedLocationTypes(),
                        spans()),
                services.logger());
    }

    private ProcessingSpans spans() {
        return ProcessingSpans.of(services.tracing());
    }

    private EntityPolicy policy() {
        var validators = Validators.defaults();
        for (var validator : extensions.fieldValidators().entrySet()) {
            validators = validators.with(validator.getKey(), validator.getValue());
        }
        return EntityPolicies.allOf(List.of(
                new SchemaValidEntityPolicy(),
                new DefaultNamespaceEntityPolicy(),
                new NoForeignRootFieldsEntityPolicy(),
                new FieldFormatEntityPolicy(validators)));
    }

    /** Of providers with the same name, the first counts. */
    private List<EntityProviders.Entry> providerEntries(EntityProvider locations, EntityProvider refreshes) {
        var builtIn = Stream.of(locations, new ConfigLocationEntityProvider(services.config()), refreshes)
                .map(provider -> new EntityProviders.Entry(provider, Optional.empty()));
        var names = new HashSet<String>();
        return Stream.concat(extensions.providers().stream(), builtIn)
                .filter(entry -> names.add(entry.provider().name()))
                .filter(entry -> !isDisabled(entry))
                .toList();
    }

    private boolean isDisabled(EntityProviders.Entry entry) {
        return NamedOptions.of(
                        services.config(),
                        "catalog.providerOptions",
                        entry.provider().name())
                .flatMap(options -> options.optionalBool("disabled"))
                .orElse(false);
    }

    private void evictOrphans(EntityProviders providers, List<EntityProviders.Entry> entries) {
        var strategy = services.config().optionalString("catalog.orphanProviderStrategy");
        if (!strategy.equals(Optional.of("keep"))) {
            providers.evictOrphans(
                    entries.stream().map(entry -> entry.provider().name()).toList());
        }
    }

    private DefaultCatalogProcessingEngine processingEngine(Sql sql, CatalogProcessingOrchestrator orchestrator) {
        var reporter = new ProcessingReporter(
                services.logger(),
                services.events(),
                extensions.errorHandler(),
                services.clock(),
                services.metrics(),
                spans());
        var database = new ProcessingDatabase(sql, ProcessingInterval.fromConfig(services.config()));
        var traced = new TracedProcessingOrchestrator(orchestrator, spans());
        return new DefaultCatalogProcessingEngine(sql, database, traced, reporter, processing, stitching);
    }

    private DefaultStitcher stitcher() {
        return new DefaultStitcher(
                services.database(),
                services.logger(),
                StitchingStrategy.fromConfig(services.config()),
                stitching,
                services.metrics(),
                spans());
    }

    private Optional<OrphanCleanup> orphanCleanup(Sql sql) {
        return services.config()
                        .optionalString("catalog.orphanStrategy")
                        .orElse("delete")
                        .equals("delete")
                ? Optional.of(new OrphanCleanup(sql, services.scheduler(), services.logger(), stitching))
                : Optional.empty();
    }
}
