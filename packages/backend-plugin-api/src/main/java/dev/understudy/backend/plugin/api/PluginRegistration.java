// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import java.util.function.Function;

/**
 * What a plugin declares: extension points, connections, dependencies, and exactly one init. Only valid while its callback runs.
 *
 * <p>Backstage counterpart: {@code BackendPluginRegistrationPoints}.
 */
public interface PluginRegistration extends PluginDependencies {
    /**
     * Offers an extension point, with one implementation for all modules.
     *
     * @throws IllegalStateException after {@link #registerInit}
     */
    <T> void registerExtensionPoint(ExtensionPoint<T> point, T implementation);

    /**
     * Offers an extension point of which each module that requires it gets its own implementation.
     *
     * @throws IllegalStateException after {@link #registerInit}
     */
    <T> void registerExtensionPointPerModule(ExtensionPoint<T> point, Function<ModuleContext, T> factory);

    /**
     * Declares that the connections service will be asked for connections of a type.
     *
     * @param type such as {@code github}
     * @throws IllegalStateException after {@link #registerInit}, or for a type that has been declared
     */
    void registerConnection(String type);

    /**
     * Sets the function that starts the plugin or module.
     *
     * @throws IllegalStateException when called a second time
     */
    void registerInit(Init init);
}
