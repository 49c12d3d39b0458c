// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import dev.understudy.backend.defaults.inventory.PluginInventory;
import dev.understudy.backend.defaults.inventory.PluginRoutes;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What plugins have put up, as JSON. */
final class InventoryJson {
    private InventoryJson() {}

    static ArrayNode routes(PluginInventory inventory) {
        var json = JsonNodeFactory.instance.arrayNode();
        inventory.routes().forEach((pluginId, routes) -> json.add(write(pluginId, routes.get())));
        return json;
    }

    private static ObjectNode write(String pluginId, PluginRoutes plugin) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("pluginId", pluginId).put("path", "/api/" + pluginId);
        var policies = json.putArray("policies");
        plugin.policies()
                .forEach(policy -> policies.addObject()
                        .put("path", policy.path())
                        .put(
                                "allow",
                                policy.policy().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        var routes = json.putArray("routes");
        plugin.routes()
                .forEach(route -> routes.addObject()
                        .put("method", route.method())
                        .put("path", route.path())
                        .put("access", route.access().toString()));
        return json;
    }

    /** The tasks; where a plugin's cannot be read, because its database is gone, why. */
    static ArrayNode tasks(PluginInventory inventory, SecretTexts secrets) {
        var json = JsonNodeFactory.instance.arrayNode();
        inventory.tasks().forEach((pluginId, tasks) -> json.add(write(pluginId, tasks, secrets)));
        return json;
    }

    private static ObjectNode write(String pluginId, Supplier<ArrayNode> tasks, SecretTexts secrets) {
        var json = JsonNodeFactory.instance.objectNode().put("pluginId", pluginId);
        try {
            var list = tasks.get();
            list.forEach(task -> hideSecrets(task, secrets));
            json.set("tasks", list);
        } catch (RuntimeException failure) {
            json.putArray("tasks");
            json.set("error", new FailureJson(secrets).write(failure));
        }
        return json;
    }

    private static void hideSecrets(JsonNode task, SecretTexts secrets) {
        if (task.path("taskState") instanceof ObjectNode state
                && state.path("lastRunError").isString()) {
            state.put("lastRunError", secrets.hide(state.path("lastRunError").stringValue()));
        }
    }
}
