// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.DeclarationSite;
import dev.understudy.backend.plugin.api.Dependency;
import dev.understudy.backend.plugin.api.Ref;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what one callback requires, while it runs. Requiring a reference twice declares one dependency. */
final class DeclaredDependencies {
    private final String reader;
    private final Map<Ref<?>, DeclaredDependency<?>> byRef = new LinkedHashMap<>();
    private boolean closed;

    /** @param reader the function in which the values may be read */
    DeclaredDependencies(String reader) {
        this.reader = reader;
    }

    <T> Dependency<T> require(Ref<T> ref, DeclarationSite site) {
        if (closed) {
            throw new IllegalStateException("require called after registration was complete, for " + ref);
        }
        var dependency = byRef.computeIfAbsent(ref, _ -> declare(ref, site));
        @SuppressWarnings("unchecked") // the key of the entry is a reference of the same type
        var typed = (DeclaredDependency<T>) dependency;
        return typed.value();
    }

    List<DeclaredDependency<?>> complete() {
        closed = true;
        return List.copyOf(byRef.values());
    }

    private <T> DeclaredDependency<T> declare(Ref<T> ref, DeclarationSite site) {
        return new DeclaredDependency<>(ref, site, new LateValue<>(ref + " " + site.describe(), reader));
    }
}
