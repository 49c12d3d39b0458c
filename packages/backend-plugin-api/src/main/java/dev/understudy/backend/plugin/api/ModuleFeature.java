// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import java.util.function.Consumer;

/** A module. Opaque: use {@link BackendWiring#createBackendModule} and {@link BackendFeature}. */
public record ModuleFeature(
        String pluginId, String moduleId, Consumer<ModuleRegistration> register, DeclarationSite declaredAt)
        implements BackendFeature {}
