// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/** Declares dependencies of one plugin: services of either scope. */
public interface PluginDependencies {
    /** Declares that a service is needed; its value can be read when the registered function runs. */
    <T> Dependency<T> require(ServiceRef<T> ref);
}
