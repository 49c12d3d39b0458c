// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/**
 * What a module declares: the same as a plugin, and dependencies on the extension points of its plugin.
 *
 * <p>Backstage counterpart: {@code BackendModuleRegistrationPoints}.
 */
public interface ModuleRegistration extends PluginRegistration {
    /** Declares that an extension point of the module's own plugin is needed. */
    <T> Dependency<T> require(ExtensionPoint<T> point);
}
