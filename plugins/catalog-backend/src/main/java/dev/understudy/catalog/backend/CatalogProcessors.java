// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.catalog.backend.processors.AnnotateLocationEntityProcessor;
import dev.understudy.catalog.backend.processors.BuiltinKindsEntityProcessor;
import dev.understudy.catalog.backend.processors.DefaultPlaceholderResolvers;
import dev.understudy.catalog.backend.processors.FileReaderProcessor;
import dev.understudy.catalog.backend.processors.ModelProcessor;
import dev.understudy.catalog.backend.processors.PlaceholderProcessor;
import dev.understudy.catalog.backend.processors.UrlReaderProcessor;
import dev.understudy.catalog.model.layer.CatalogModel;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.config.Config;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Puts together the processors: built-in ones, those of modules, in the order and with the exceptions configured. */
final class CatalogProcessors {
    private final CatalogServices services;
    private final CatalogExtensions extensions;
    private final Optional<CatalogModel> model;

    CatalogProcessors(CatalogServices services, CatalogExtensions extensions, Optional<CatalogModel> model) {
        this.services = services;
        this.extensions = extensions;
        this.model = model;
    }

    /** Throws {@link IllegalArgumentException} for settings of processors that are not there any more. */
    List<CatalogProcessor> create() {
        MissingProcessors.rejectDeprecatedSettings(services.config());
        var processors = all();
        MissingProcessors.reject(services.config(), processors);
        return processors.stream()
                .filter(processor -> !isDisabled(processor))
                .sorted(Comparator.comparingDouble(this::priority))
                .toList();
    }

    private List<CatalogProcessor> all() {
        var resolvers = new HashMap<>(DefaultPlaceholderResolvers.all());
        resolvers.putAll(extensions.placeholderResolvers());
        var processors = new ArrayList<CatalogProcessor>();
        processors.add(new PlaceholderProcessor(resolvers, services.urlReader(), services.urls()));
        kinds().ifPresent(processors::add);
        if (!services.config().optionalBool("catalog.disableDefaultProcessors").orElse(false)) {
            processors.add(new FileReaderProcessor());
            processors.add(new UrlReaderProcessor(services.urlReader()));
            processors.add(new AnnotateLocationEntityProcessor(services.urls()));
        }
        processors.addAll(extensions.processors());
        return processors;
    }

    /** What knows the kinds: the model, if there is one, else the built-in kinds, unless a module has replaced them. */
    private Optional<CatalogProcessor> kinds() {
        if (model.isPresent()) {
            return Optional.of(new ModelProcessor(model.get()));
        }
        return extensions.processors().stream()
                        .anyMatch(processor -> processor.name().equals(BuiltinKindsEntityProcessor.NAME))
                ? Optional.empty()
                : Optional.of(new BuiltinKindsEntityProcessor());
    }

    private boolean isDisabled(CatalogProcessor processor) {
        return options(processor)
                .flatMap(options -> options.optionalBool("disabled"))
                .orElse(false);
    }

    private double priority(CatalogProcessor processor) {
        return options(processor)
                .flatMap(options -> options.optionalNumber("priority"))
                .orElseGet(() -> (double) processor.priority());
    }

    private Optional<Config> options(CatalogProcessor processor) {
        return NamedOptions.of(services.config(), "catalog.processorOptions", processor.name());
    }
}
