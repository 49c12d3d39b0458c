// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import java.util.function.Consumer;

/** A feature loader. Opaque: use {@link BackendWiring#createBackendFeatureLoader} and {@link BackendFeature}. */
public record LoaderFeature(String name, Consumer<LoaderRegistration> register, DeclarationSite declaredAt)
        implements BackendFeature {}
