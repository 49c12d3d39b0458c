// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/**
 * Something to install in a backend: a plugin, a module, a service factory or a feature loader. Opaque to those who
 * write and install features; only the backend looks inside.
 *
 * <p>Backstage counterpart: {@code BackendFeature}.
 */
public sealed interface BackendFeature permits PluginFeature, ModuleFeature, ServiceFactory, LoaderFeature {
    /** Where the feature was created. */
    DeclarationSite declaredAt();
}
