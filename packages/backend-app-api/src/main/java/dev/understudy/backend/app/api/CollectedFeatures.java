// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.LoaderFeature;
import dev.understudy.backend.plugin.api.ModuleFeature;
import dev.understudy.backend.plugin.api.PluginFeature;
import dev.understudy.backend.plugin.api.ServiceFactory;
import dev.understudy.errors.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The features of a backend, sorted by kind, and the problems that showed on the way. */
final class CollectedFeatures {
    private final ServiceFactories factories;
    private final List<LoaderFeature> loaders = new ArrayList<>();
    private final List<Registration> registrations = new ArrayList<>();
    private final List<WiringProblem> problems = new ArrayList<>();

    CollectedFeatures(ServiceFactories factories) {
        this.factories = factories;
    }

    /** Makes the feature and takes it in. */
    void add(Supplier<? extends BackendFeature> feature, String source) {
        add(requireFeature(feature.get(), source));
    }

    void add(BackendFeature feature) {
        switch (feature) {
            case ServiceFactory factory -> factories.add(factory).ifPresent(problems::add);
            case LoaderFeature loader -> loaders.add(loader);
            case PluginFeature plugin -> register(plugin, () -> RegistrationRecorder.record(plugin));
            case ModuleFeature module -> register(module, () -> RegistrationRecorder.record(module));
        }
    }

    ServiceFactories factories() {
        return factories;
    }

    List<LoaderFeature> loaders() {
        return List.copyOf(loaders);
    }

    List<Registration> registrations() {
        return List.copyOf(registrations);
    }

    List<WiringProblem> problems() {
        return List.copyOf(problems);
    }

    void addProblem(WiringProblem problem) {
        problems.add(problem);
    }

    private void register(BackendFeature feature, Supplier<Registration> register) {
        try {
            registrations.add(register.get());
        } catch (RuntimeException failure) {
            problems.add(WiringProblem.at(feature.declaredAt(), failure));
        }
    }

    static BackendFeature requireFeature(@Nullable BackendFeature feature, String source) {
        if (feature == null) {
            throw new InputException(
                    "Invalid backend feature at " + source + ", expected an object or function, received null");
        }
        return feature;
    }
}
