// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.util.Optional;

/** The plugin or module that something belongs to. */
record Owner(String pluginId, Optional<String> moduleId) {
    static Owner plugin(String pluginId) {
        return new Owner(pluginId, Optional.empty());
    }

    static Owner module(String pluginId, String moduleId) {
        return new Owner(pluginId, Optional.of(moduleId));
    }

    /** The name in messages. */
    String describe() {
        return moduleId.map(module -> "module '" + module + "' for ").orElse("") + "plugin '" + pluginId + "'";
    }

    /** The name at the beginning of a message. */
    String describeCapitalized() {
        var description = describe();
        return Character.toUpperCase(description.charAt(0)) + description.substring(1);
    }
}
