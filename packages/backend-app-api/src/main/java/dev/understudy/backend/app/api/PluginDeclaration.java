// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.Creator;
import dev.understudy.backend.plugin.api.DeclarationSite;
import dev.understudy.backend.plugin.api.Dependency;
import dev.understudy.backend.plugin.api.PluginFactoryRegistration;
import dev.understudy.backend.plugin.api.RootDependencies;
import dev.understudy.backend.plugin.api.ServiceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What makes one plugin's instance of a service: the dependencies, the shared values, and the creator. */
record PluginDeclaration(List<DeclaredDependency<?>> dependencies, List<Shared<?>> shared, Creator<?> creator) {

    /** A value that all plugins share, and where this plugin's creator reads it. */
    record Shared<C>(RootDeclaration<C> declaration, LateValue<C> value) {}

    static PluginDeclaration of(Function<PluginFactoryRegistration, ? extends Creator<?>> declare) {
        var recorder = new Recorder();
        var creator = declare.apply(recorder);
        return new PluginDeclaration(recorder.dependencies.complete(), List.copyOf(recorder.shared), creator);
    }

    /** All dependencies, those of the shared values included. */
    List<DeclaredDependency<?>> allDependencies() {
        var all = new ArrayList<>(dependencies);
        shared.forEach(value -> all.addAll(value.declaration().dependencies()));
        return all;
    }

    private static final class Recorder implements PluginFactoryRegistration {
        private final DeclaredDependencies dependencies = new DeclaredDependencies("the creator");
        private final List<Shared<?>> shared = new ArrayList<>();

        @Override
        public <T> Dependency<T> require(ServiceRef<T> ref) {
            return dependencies.require(ref, DeclarationSite.ofCaller());
        }

        @Override
        public <C> Dependency<C> shared(Function<RootDependencies, Creator<C>> declare) {
            var description = "on a shared value " + DeclarationSite.ofCaller().describe();
            var value = new LateValue<C>(description, "the creator");
            shared.add(new Shared<>(RootDeclaration.of(declare), value));
            return value;
        }
    }
}
