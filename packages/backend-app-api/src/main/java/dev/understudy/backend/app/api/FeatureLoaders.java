// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static java.util.stream.Collectors.joining;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.DeclarationSite;
import dev.understudy.backend.plugin.api.Dependency;
import dev.understudy.backend.plugin.api.FeatureSink;
import dev.understudy.backend.plugin.api.Loader;
import dev.understudy.backend.plugin.api.LoaderFeature;
import dev.understudy.backend.plugin.api.LoaderRegistration;
import dev.understudy.backend.plugin.api.RootServiceRef;
import dev.understudy.backend.plugin.api.ServiceFactory;
import dev.understudy.errors.ForwardedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs feature loaders, one after the other; the loaders that a loader hands over run right after it. */
final class FeatureLoaders {
    private final CollectedFeatures features;
    private final ServiceRegistry registry;
    private final Map<String, LoaderFeature> loadedServices = new HashMap<>();

    FeatureLoaders(CollectedFeatures features, ServiceRegistry registry) {
        this.features = features;
        this.registry = registry;
    }

    void run() {
        features.loaders().forEach(this::run);
    }

    private void run(LoaderFeature loader) {
        var loaded = load(loader);
        var servicesChanged = loaded.stream()
                        .filter(ServiceFactory.class::isInstance)
                        .map(ServiceFactory.class::cast)
                        .filter(factory -> addService(factory, loader))
                        .count()
                > 0;
        loaded.stream()
                .filter(feature -> !(feature instanceof ServiceFactory || feature instanceof LoaderFeature))
                .forEach(features::add);
        if (servicesChanged) {
            ServiceGraph.of(features.factories()).rejectCycles();
        }
        loaded.stream()
                .filter(LoaderFeature.class::isInstance)
                .map(LoaderFeature.class::cast)
                .forEach(this::run);
    }

    /** Adds the service, unless a feature was installed for it explicitly. */
    private boolean addService(ServiceFactory factory, LoaderFeature loader) {
        var ref = factory.ref();
        var other = ref.multiton() ? null : loadedServices.get(ref.id());
        if (other != null) {
            features.addProblem(WiringProblem.of("Duplicate service implementations provided for " + ref.id()
                    + " by both feature loader " + describe(loader) + " and feature loader " + describe(other)));
            return false;
        }
        if (!ref.multiton() && features.factories().hasBeenAdded(ref)) {
            return false;
        }
        loadedServices.put(ref.id(), loader);
        features.add(factory);
        return true;
    }

    private List<BackendFeature> load(LoaderFeature feature) {
        var recorder = new Recorder();
        feature.register().accept(recorder);
        var dependencies = recorder.dependencies.complete();
        requireAvailable(dependencies, feature);
        var resolver = registry.resolverFor(ServiceRegistry.ROOT);
        dependencies.forEach(dependency -> dependency.resolve(resolver));
        var sink = new Sink("feature loader " + describe(feature));
        try {
            recorder.requireLoader(feature).load(sink);
        } catch (Exception failure) {
            throw new ForwardedException("Feature loader " + describe(feature) + " failed", failure);
        }
        return sink.features;
    }

    private void requireAvailable(List<DeclaredDependency<?>> dependencies, LoaderFeature feature) {
        var missing = dependencies.stream()
                .filter(dependency -> !features.factories().canServe(dependency.service()))
                .map(DeclaredDependency::describe)
                .collect(joining(", "));
        if (!missing.isEmpty()) {
            throw WiringException.of(List.of(WiringProblem.of("No service available for the following ref(s): "
                    + missing + ", depended on by feature loader " + describe(feature))));
        }
    }

    private static String describe(LoaderFeature loader) {
        return "'" + loader.name() + "' " + loader.declaredAt().describe();
    }

    private static final class Recorder implements LoaderRegistration {
        private final DeclaredDependencies dependencies = new DeclaredDependencies("the loader");
        private @Nullable Loader loader;

        @Override
        public <T> Dependency<T> require(RootServiceRef<T> ref) {
            return dependencies.require(ref, DeclarationSite.ofCaller());
        }

        @Override
        public void registerLoader(Loader loader) {
            if (this.loader != null) {
                throw new IllegalStateException("registerLoader must only be called once");
            }
            this.loader = loader;
        }

        private Loader requireLoader(LoaderFeature feature) {
            if (loader == null) {
                throw new IllegalStateException(
                        "registerLoader was not called by register in feature loader " + describe(feature));
            }
            return loader;
        }
    }

    private static final class Sink implements FeatureSink {
        private final String source;
        private final List<BackendFeature> features = new ArrayList<>();

        private Sink(String source) {
            this.source = source;
        }

        @Override
        public void add(BackendFeature feature) {
            features.add(
                    CollectedFeatures.requireFeature(feature, source + " -> loader output[" + features.size() + "]"));
        }

        @Override
        public void add(Supplier<? extends BackendFeature> feature) {
            add(feature.get());
        }
    }
}
