// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.DeclarationSite;
import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.backend.plugin.api.Ref;
import dev.understudy.backend.plugin.api.ServiceRef;

/** A dependency as a feature declared it. */
record DeclaredDependency<T>(Ref<T> ref, DeclarationSite declaredAt, LateValue<T> value) {
    /** Finds the values of dependencies. */
    interface Resolver {
        <V> V resolve(Ref<V> ref);
    }

    void resolve(Resolver resolver) {
        value.set(resolver.resolve(ref));
    }

    /** The reference of a factory's dependency. */
    ServiceRef<T> service() {
        return switch (ref) {
            case ServiceRef<T> service -> service;
            case ExtensionPoint<T> point -> throw new IllegalStateException(point + " is not a service");
        };
    }

    /** The reference and where it was required. */
    String describe() {
        return ref + " " + declaredAt.describe();
    }

    /** The id in quotes and where it was required. */
    String describeId() {
        return "'" + ref.id() + "' " + declaredAt.describe();
    }
}
