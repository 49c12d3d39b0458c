// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import java.util.function.Function;

/** What the factory of a {@link PluginServiceRef} declares. The callback runs once per plugin, so it must be pure. */
public interface PluginFactoryRegistration extends PluginDependencies {
    /**
     * Declares a value that the instances of all plugins share. It is created once per backend, of root services only.
     *
     * <p>Backstage counterpart: {@code createRootContext}.
     */
    <C> Dependency<C> shared(Function<RootDependencies, Creator<C>> declare);
}
