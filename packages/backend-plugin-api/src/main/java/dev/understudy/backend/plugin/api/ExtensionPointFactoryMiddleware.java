// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import java.util.function.UnaryOperator;

/**
 * Wraps every implementation of an extension point that a module gets. Opaque: use {@link
 * BackendWiring#createExtensionPointFactoryMiddleware}.
 *
 * <p>Backstage counterpart: {@code ExtensionPointFactoryMiddleware}.
 *
 * @param <T> the interface of the extension point
 */
public record ExtensionPointFactoryMiddleware<T>(ExtensionPoint<T> extensionPoint, UnaryOperator<T> middleware) {}
