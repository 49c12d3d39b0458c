// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/** The module for which an extension point is created. Backstage counterpart: {@code ExtensionPointFactoryContext}. */
public interface ModuleContext {
    /** The module that required the extension point. */
    String moduleId();

    /**
     * Marks the module as failed, for problems that only show when the plugin starts. After the start it is only logged.
     * May be called from any thread.
     */
    void reportStartupFailure(Exception failure);
}
