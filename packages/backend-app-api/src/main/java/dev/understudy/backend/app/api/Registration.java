// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.DeclarationSite;
import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.backend.plugin.api.Init;
import dev.understudy.backend.plugin.api.ModuleContext;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a plugin or module declared. */
record Registration(
        Owner owner,
        List<OfferedExtensionPoint<?>> extensionPoints,
        Set<String> connections,
        List<DeclaredDependency<?>> dependencies,
        Init init,
        DeclarationSite declaredAt) {

    /** An extension point with what makes its implementation for a module. */
    record OfferedExtensionPoint<T>(ExtensionPoint<T> point, Function<ModuleContext, T> factory) {}
}
