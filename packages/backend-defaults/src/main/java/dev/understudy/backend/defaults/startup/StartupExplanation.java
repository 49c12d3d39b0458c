// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import static java.util.Objects.requireNonNullElse;

import dev.understudy.backend.app.api.RootStartupService;
import dev.understudy.backend.defaults.inventory.PluginInventory;
import dev.understudy.config.Config;
import dev.understudy.config.loader.schema.ConfigSchema;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything there is to tell, gathered anew each time. Thread-safe. */
final class StartupExplanation {
    private final Config config;
    private final RootStartupService startup;
    private final PluginInventory inventory;
    private final Supplier<ConfigSchema> schema = new Lazy<>(() -> ConfigSchema.fromClasspath(loader()));

    StartupExplanation(Config config, RootStartupService startup, PluginInventory inventory) {
        this.config = config;
        this.startup = startup;
        this.inventory = inventory;
    }

    ObjectNode toJson() {
        var shown = ShownConfig.of(config, schema.get());
        var failures = new FailureJson(shown.secrets());
        var json = JsonNodeFactory.instance.objectNode();
        json.set("process", ProcessJson.current());
        json.set("startup", StartupJson.of(startup.report(), failures));
        json.set("config", shown.toJson());
        json.set("routes", InventoryJson.routes(inventory));
        json.set("tasks", InventoryJson.tasks(inventory, shown.secrets()));
        return json;
    }

    private static ClassLoader loader() {
        return requireNonNullElse(
                Thread.currentThread().getContextClassLoader(), StartupExplanation.class.getClassLoader());
    }
}
