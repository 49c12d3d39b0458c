// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.Creator;
import dev.understudy.backend.plugin.api.DeclarationSite;
import dev.understudy.backend.plugin.api.Dependency;
import dev.understudy.backend.plugin.api.RootDependencies;
import dev.understudy.backend.plugin.api.RootFactoryRegistration;
import dev.understudy.backend.plugin.api.RootServiceRef;
import java.util.List;
import java.util.function.Function;

/** What makes something of root services: the dependencies, and the creator that reads them. */
record RootDeclaration<T>(List<DeclaredDependency<?>> dependencies, Creator<? extends T> creator) {
    static <T> RootDeclaration<T> of(
            Function<? super RootFactoryRegistration, ? extends Creator<? extends T>> declare) {
        var recorder = new Recorder();
        var creator = declare.apply(recorder);
        return new RootDeclaration<>(recorder.dependencies.complete(), creator);
    }

    T create(DeclaredDependency.Resolver resolver, ServiceTimings.Dependencies timing) throws Exception {
        timing.resolve(() -> dependencies.forEach(dependency -> dependency.resolve(resolver)));
        return Created.requirePresent(creator.create());
    }

    private static final class Recorder implements RootFactoryRegistration, RootDependencies {
        private final DeclaredDependencies dependencies = new DeclaredDependencies("the creator");

        @Override
        public <T> Dependency<T> require(RootServiceRef<T> ref) {
            return dependencies.require(ref, DeclarationSite.ofCaller());
        }
    }
}
