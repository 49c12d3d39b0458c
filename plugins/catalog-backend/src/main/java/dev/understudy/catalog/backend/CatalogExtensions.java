// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.backend.plugin.api.ModuleContext;
import dev.understudy.catalog.backend.processing.EntityProviders;
import dev.understudy.catalog.model.EntityField;
import dev.understudy.catalog.model.layer.CatalogModelSource;
import dev.understudy.catalog.node.CatalogAnalysisExtensionPoint;
import dev.understudy.catalog.node.CatalogLocationsExtensionPoint;
import dev.understudy.catalog.node.CatalogModelExtensionPoint;
import dev.understudy.catalog.node.CatalogProcessingExtensionPoint;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorParser;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.EntityYaml;
import dev.understudy.catalog.node.LocationAnalyzer;
import dev.understudy.catalog.node.LocationAnalyzerFactory;
import dev.understudy.catalog.node.PlaceholderResolver;
import dev.understudy.catalog.node.ProcessingErrorHandler;
import dev.understudy.catalog.node.ScmLocationAnalyzer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What modules add to the catalog. Modules start at the same time, so everything here is guarded by this object. */
final class CatalogExtensions
        implements CatalogAnalysisExtensionPoint, CatalogModelExtensionPoint, CatalogLocationsExtensionPoint {
    private final List<CatalogProcessor> processors = new ArrayList<>();
    private final List<EntityProviders.Entry> providers = new ArrayList<>();
    private final Map<String, PlaceholderResolver> placeholderResolvers = new HashMap<>();
    private final List<ScmLocationAnalyzer> scmLocationAnalyzers = new ArrayList<>();
    private final Map<EntityField, Predicate<JsonNode>> fieldValidators = new HashMap<>();
    private final List<CatalogModelSource> modelSources = new ArrayList<>();
    private ProcessingErrorHandler errorHandler = (_, _) -> {};
    private Optional<LocationAnalyzerFactory> locationAnalyzer = Optional.empty();
    private Optional<CatalogProcessorParser> parser = Optional.empty();
    private List<String> allowedLocationTypes = List.of("url");

    /** The extension point for processing, as one module gets it. */
    CatalogProcessingExtensionPoint processing(ModuleContext module) {
        return new Processing(module);
    }

    private final class Processing implements CatalogProcessingExtensionPoint {
        private final ModuleContext module;

        Processing(ModuleContext module) {
            this.module = module;
        }

        @Override
        public void addProcessor(CatalogProcessor... added) {
            synchronized (CatalogExtensions.this) {
                processors.addAll(List.of(added));
            }
        }

        @Override
        public void addEntityProvider(EntityProvider... added) {
            synchronized (CatalogExtensions.this) {
                for (var provider : added) {
                    providers.add(new EntityProviders.Entry(provider, Optional.of(module::reportStartupFailure)));
                }
            }
        }

        @Override
        public void addPlaceholderResolver(String key, PlaceholderResolver resolver) {
            synchronized (CatalogExtensions.this) {
                if (placeholderResolvers.putIfAbsent(key, resolver) != null) {
                    throw new IllegalStateException("A placeholder resolver for '" + key
                            + "' has already been set up, please check your config.");
                }
            }
        }

        @Override
        public void setOnProcessingErrorHandler(ProcessingErrorHandler handler) {
            synchronized (CatalogExtensions.this) {
                errorHandler = handler;
            }
        }
    }

    @Override
    public void setLocationAnalyzer(LocationAnalyzer analyzer) {
        setLocationAnalyzerFactory(_ -> analyzer);
    }

    @Override
    public synchronized void setLocationAnalyzerFactory(LocationAnalyzerFactory factory) {
        if (locationAnalyzer.isPresent()) {
            throw new IllegalStateException("LocationAnalyzer has already been set");
        }
        locationAnalyzer = Optional.of(factory);
    }

    @Override
    public synchronized void addScmLocationAnalyzer(ScmLocationAnalyzer analyzer) {
        scmLocationAnalyzers.add(analyzer);
    }

    @Override
    public synchronized void setFieldValidators(Map<EntityField, Predicate<JsonNode>> validators) {
        fieldValidators.putAll(validators);
    }

    @Override
    public synchronized void setEntityDataParser(CatalogProcessorParser newParser) {
        if (parser.isPresent()) {
            throw new IllegalStateException("Attempted to install second EntityDataParser. Only one can be set.");
        }
        parser = Optional.of(newParser);
    }

    @Override
    public synchronized void addModelSource(CatalogModelSource source) {
        modelSources.add(source);
    }

    @Override
    public synchronized void setAllowedLocationTypes(List<String> types) {
        allowedLocationTypes = List.copyOf(types);
    }

    synchronized List<CatalogProcessor> processors() {
        return List.copyOf(processors);
    }

    synchronized List<EntityProviders.Entry> providers() {
        return List.copyOf(providers);
    }

    synchronized Map<String, PlaceholderResolver> placeholderResolvers() {
        return Map.copyOf(placeholderResolvers);
    }

    synchronized ProcessingErrorHandler errorHandler() {
        return errorHandler;
    }

    synchronized Map<EntityField, Predicate<JsonNode>> fieldValidators() {
        return Map.copyOf(fieldValidators);
    }

    synchronized List<CatalogModelSource> modelSources() {
        return List.copyOf(modelSources);
    }

    synchronized CatalogProcessorParser parser() {
        return parser.orElse(EntityYaml::parse);
    }

    synchronized List<String> allowedLocationTypes() {
        return allowedLocationTypes;
    }

    synchronized Optional<LocationAnalyzerFactory> locationAnalyzer() {
        return locationAnalyzer;
    }

    synchronized List<ScmLocationAnalyzer> scmLocationAnalyzers() {
        return List.copyOf(scmLocationAnalyzers);
    }
}
