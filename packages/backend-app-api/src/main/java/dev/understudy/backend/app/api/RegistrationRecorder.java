// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.app.api.Registration.OfferedExtensionPoint;
import dev.understudy.backend.plugin.api.DeclarationSite;
import dev.understudy.backend.plugin.api.Dependency;
import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.backend.plugin.api.Init;
import dev.understudy.backend.plugin.api.ModuleContext;
import dev.understudy.backend.plugin.api.ModuleFeature;
import dev.understudy.backend.plugin.api.ModuleRegistration;
import dev.understudy.backend.plugin.api.PluginFeature;
import dev.understudy.backend.plugin.api.ServiceRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs the callback of a plugin or module and keeps what it declares. */
final class RegistrationRecorder implements ModuleRegistration {
    private final Owner owner;
    private final DeclaredDependencies dependencies = new DeclaredDependencies("init");
    private final List<OfferedExtensionPoint<?>> extensionPoints = new ArrayList<>();
    private final Set<String> connections = new LinkedHashSet<>();
    private @Nullable Init init;

    private RegistrationRecorder(Owner owner) {
        this.owner = owner;
    }

    static Registration record(PluginFeature feature) {
        var recorder = new RegistrationRecorder(Owner.plugin(feature.pluginId()));
        feature.register().accept(recorder);
        return recorder.complete(feature.pluginId(), feature.declaredAt());
    }

    static Registration record(ModuleFeature feature) {
        var recorder = new RegistrationRecorder(Owner.module(feature.pluginId(), feature.moduleId()));
        feature.register().accept(recorder);
        return recorder.complete(feature.moduleId() + " module for " + feature.pluginId(), feature.declaredAt());
    }

    @Override
    public <T> Dependency<T> require(ServiceRef<T> ref) {
        return dependencies.require(ref, DeclarationSite.ofCaller());
    }

    @Override
    public <T> Dependency<T> require(ExtensionPoint<T> point) {
        if (owner.moduleId().isEmpty()) {
            throw new IllegalStateException(
                    "Rejected dependency on extension point " + point.id() + " from outside of a module");
        }
        return dependencies.require(point, DeclarationSite.ofCaller());
    }

    @Override
    public <T> void registerExtensionPoint(ExtensionPoint<T> point, T implementation) {
        registerExtensionPointPerModule(point, _ -> implementation);
    }

    @Override
    public <T> void registerExtensionPointPerModule(ExtensionPoint<T> point, Function<ModuleContext, T> factory) {
        if (init != null) {
            throw new IllegalStateException("registerExtensionPoint called after registerInit");
        }
        extensionPoints.add(new OfferedExtensionPoint<>(point, factory));
    }

    @Override
    public void registerConnection(String type) {
        if (init != null) {
            throw new IllegalStateException("registerConnection called after registerInit");
        }
        if (!connections.add(type)) {
            throw new IllegalStateException(
                    "Duplicate connection registration for type '" + type + "' in " + owner.describe());
        }
    }

    @Override
    public void registerInit(Init init) {
        if (this.init != null) {
            throw new IllegalStateException("registerInit must only be called once");
        }
        this.init = init;
    }

    private Registration complete(String name, DeclarationSite declaredAt) {
        if (init == null) {
            throw new IllegalStateException("registerInit was not called by register in " + name);
        }
        return new Registration(
                owner,
                List.copyOf(extensionPoints),
                Set.copyOf(connections),
                dependencies.complete(),
                init,
                declaredAt);
    }
}
