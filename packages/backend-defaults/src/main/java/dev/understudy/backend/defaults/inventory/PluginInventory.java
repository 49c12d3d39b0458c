// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.inventory;

import static dev.understudy.backend.plugin.api.BackendWiring.createRootServiceRef;

import dev.understudy.backend.plugin.api.RootServiceRef;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;

/** Where the services of plugins say what they can tell, when asked. Thread-safe. */
public final class PluginInventory {
    /** The one of a backend; nobody needs to provide it. */
    public static final RootServiceRef<PluginInventory> PLUGIN_INVENTORY = createRootServiceRef(
                    "understudy.pluginInventory", PluginInventory.class)
            .withDefaultFactory(_ -> PluginInventory::new);

    private final Map<String, Supplier<PluginRoutes>> routes = new ConcurrentHashMap<>();
    private final Map<String, Supplier<ArrayNode>> tasks = new ConcurrentHashMap<>();

    /** Says how to ask for a plugin's routes. */
    public void addRoutes(String pluginId, Supplier<PluginRoutes> present) {
        routes.put(pluginId, present);
    }

    /** Says how to ask for a plugin's tasks, as its scheduler shows them over HTTP. */
    public void addTasks(String pluginId, Supplier<ArrayNode> present) {
        tasks.put(pluginId, present);
    }

    /** How to ask for routes, by plugin. */
    public Map<String, Supplier<PluginRoutes>> routes() {
        return new TreeMap<>(routes);
    }

    /** How to ask for tasks, by plugin. */
    public Map<String, Supplier<ArrayNode>> tasks() {
        return new TreeMap<>(tasks);
    }
}
