// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import dev.understudy.backend.app.api.ModuleStartupResult;
import dev.understudy.backend.app.api.PluginStartupResult;
import dev.understudy.backend.app.api.ServiceStartupResult;
import dev.understudy.backend.app.api.StartingFeature;
import dev.understudy.backend.app.api.StartupFailure;
import dev.understudy.backend.app.api.StartupPhase;
import dev.understudy.backend.app.api.StartupReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A start as JSON; {@code offset}, counted from the start's begin, and {@code duration} are in milliseconds. */
final class StartupJson {
    private static final double NANOSECONDS = 1e6;

    private final Instant origin;
    private final FailureJson failures;

    private StartupJson(Instant origin, FailureJson failures) {
        this.origin = origin;
        this.failures = failures;
    }

    static ObjectNode of(StartupReport report, FailureJson failures) {
        return new StartupJson(report.beginAt(), failures).write(report);
    }

    private ObjectNode write(StartupReport report) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("state", report.state().name().toLowerCase(Locale.ROOT))
                .put("beginAt", report.beginAt().toString());
        var phases = json.putArray("phases");
        report.phases().forEach(phase -> phases.add(write(phase)));
        var plugins = json.putArray("plugins");
        report.plugins().forEach(plugin -> plugins.add(write(plugin)));
        var starting = json.putArray("starting");
        report.starting().forEach(feature -> starting.add(write(feature)));
        var services = json.putArray("services");
        report.services().forEach(service -> services.add(write(service)));
        return json;
    }

    private ObjectNode write(StartupPhase phase) {
        var json = JsonNodeFactory.instance.objectNode().put("name", phase.name());
        json.put("offset", offset(phase.beginAt()));
        phase.resultAt().ifPresent(end -> json.put("duration", milliseconds(phase.beginAt(), end)));
        return json;
    }

    private ObjectNode write(PluginStartupResult plugin) {
        var json = JsonNodeFactory.instance.objectNode().put("pluginId", plugin.pluginId());
        putTimes(json, plugin.beginAt(), plugin.resultAt());
        putFailure(json, plugin.failure());
        var modules = json.putArray("modules");
        plugin.modules().forEach(module -> modules.add(write(module)));
        return json;
    }

    private ObjectNode write(ModuleStartupResult module) {
        var json = JsonNodeFactory.instance.objectNode().put("moduleId", module.moduleId());
        putTimes(json, module.beginAt(), module.resultAt());
        putFailure(json, module.failure());
        return json;
    }

    private ObjectNode write(StartingFeature feature) {
        var json = JsonNodeFactory.instance.objectNode().put("pluginId", feature.pluginId());
        feature.moduleId().ifPresent(moduleId -> json.put("moduleId", moduleId));
        return json.put("offset", offset(feature.beginAt()));
    }

    private ObjectNode write(ServiceStartupResult service) {
        var json = JsonNodeFactory.instance.objectNode().put("serviceId", service.serviceId());
        service.pluginId().ifPresent(pluginId -> json.put("pluginId", pluginId));
        if (service.shared()) {
            json.put("shared", true);
        }
        putTimes(json, service.beginAt(), service.resultAt());
        json.put("own", milliseconds(service.own()));
        service.failure().ifPresent(error -> json.set("error", failures.write(error)));
        return json;
    }

    private void putTimes(ObjectNode json, Instant beginAt, Instant resultAt) {
        json.put("offset", offset(beginAt)).put("duration", milliseconds(beginAt, resultAt));
    }

    private void putFailure(ObjectNode json, Optional<StartupFailure> failure) {
        failure.ifPresent(present -> json.putObject("failure")
                .put("allowed", present.allowed())
                .set("error", failures.write(present.error())));
    }

    private double offset(Instant instant) {
        return milliseconds(origin, instant);
    }

    private static double milliseconds(Instant begin, Instant end) {
        return milliseconds(Duration.between(begin, end));
    }

    private static double milliseconds(Duration duration) {
        return duration.toNanos() / NANOSECONDS;
    }
}
