// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import java.util.function.Consumer;

/** A plugin. Opaque: use {@link BackendWiring#createBackendPlugin} and {@link BackendFeature}. */
public record PluginFeature(String pluginId, Consumer<PluginRegistration> register, DeclarationSite declaredAt)
        implements BackendFeature {}
