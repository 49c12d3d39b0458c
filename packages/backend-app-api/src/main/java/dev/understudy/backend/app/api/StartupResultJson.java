// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.errors.ErrorNames;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes start-up results as JSON. */
final class StartupResultJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private StartupResultJson() {}

    static ObjectNode of(BackendStartupResult result) {
        var json = times(JSON.objectNode(), result.beginAt(), result.resultAt());
        json.put("outcome", result.outcome().toString());
        var plugins = json.putArray("plugins");
        result.plugins().forEach(plugin -> plugins.add(of(plugin)));
        return json;
    }

    private static ObjectNode of(PluginStartupResult plugin) {
        var json = times(JSON.objectNode().put("pluginId", plugin.pluginId()), plugin.beginAt(), plugin.resultAt());
        putFailure(json, plugin.failure());
        var modules = json.putArray("modules");
        plugin.modules().forEach(module -> modules.add(of(module)));
        return json;
    }

    private static ObjectNode of(ModuleStartupResult module) {
        var json = times(JSON.objectNode().put("moduleId", module.moduleId()), module.beginAt(), module.resultAt());
        putFailure(json, module.failure());
        return json;
    }

    private static ObjectNode times(ObjectNode json, Instant beginAt, Instant resultAt) {
        return json.put("beginAt", MILLISECONDS.format(beginAt)).put("resultAt", MILLISECONDS.format(resultAt));
    }

    private static void putFailure(ObjectNode json, Optional<StartupFailure> failure) {
        failure.ifPresent(present -> {
            var error = present.error();
            var written = json.putObject("failure");
            written.putObject("error").put("name", ErrorNames.nameOf(error)).put("message", error.getMessage());
            written.put("allowed", present.allowed());
        });
    }
}
