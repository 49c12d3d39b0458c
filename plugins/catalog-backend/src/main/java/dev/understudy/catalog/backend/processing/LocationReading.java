// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the targets of a location entity. */
final class LocationReading {
    private static final String FILE = "file";

    private final OrchestratorOptions options;
    private final LocationSpec base;
    private final ProcessorOutputCollector collector;
    private final ProcessorCaches caches;

    LocationReading(
            OrchestratorOptions options,
            LocationSpec base,
            ProcessorOutputCollector collector,
            ProcessorCaches caches) {
        this.options = options;
        this.base = base;
        this.collector = collector;
        this.caches = caches;
    }

    /** Returns whether the targets may be read. */
    boolean read(Entity entity) throws Exception {
        var spec = entity.spec();
        var type = spec.path("type").asString(base.type());
        if (!type.equals(base.type()) && !options.allowedLocationTypes().contains(type)) {
            error("Registered locations must be of an allowed type " + allowedTypes());
            return false;
        }
        var presence = spec.path("presence").asString("").equals("optional")
                ? LocationSpec.Presence.OPTIONAL
                : LocationSpec.Presence.REQUIRED;
        for (var target : targets(spec)) {
            if (type.equals(FILE) && target.endsWith("/")) {
                error("LocationEntityProcessor cannot handle " + type + " type location with target " + base.target()
                        + " that ends with a path separator");
            } else {
                read(entity, new LocationSpec(type, absolute(type, target), Optional.of(presence)));
            }
        }
        return true;
    }

    private static List<String> targets(JsonNode spec) {
        var targets = new ArrayList<String>();
        var target = spec.path("target");
        if (target.isString() && !target.stringValue().isEmpty()) {
            targets.add(target.stringValue());
        }
        spec.path("targets").forEach(item -> targets.add(item.asString("")));
        return targets;
    }

    private void error(String message) {
        collector.generic().emit(CatalogProcessorResult.inputError(base, message));
    }

    private String allowedTypes() {
        var types = JsonNodeFactory.instance.arrayNode();
        options.allowedLocationTypes().forEach(types::add);
        return Json.stringify(types);
    }

    private String absolute(String type, String target) {
        if (!base.type().equals(type)) {
            return target;
        }
        return switch (type) {
            case FILE -> target.startsWith(".") ? besideBase(target) : target;
            case "url" -> resolve(target);
            default -> target;
        };
    }

    private String besideBase(String target) {
        var directory = Optional.ofNullable(Path.of(base.target()).getParent()).orElse(Path.of(""));
        return directory.resolve(target).normalize().toString();
    }

    private String resolve(String target) {
        try {
            return options.urls().resolveUrl(target, base.target());
        } catch (RuntimeException _) {
            return target;
        }
    }

    private void read(Entity entity, LocationSpec location) throws Exception {
        var ref = location.type() + ":" + location.target();
        var optional = location.presence().equals(Optional.of(LocationSpec.Presence.OPTIONAL));
        for (var processor : options.processors()) {
            try {
                if (options.spans()
                        .<Boolean, Exception>step(
                                "readLocation",
                                processor,
                                entity,
                                () -> processor.readLocation(
                                        location,
                                        optional,
                                        collector.forProcessor(processor.name()),
                                        options.parser(),
                                        caches.forProcessor(processor.name(), location.target())))) {
                    return;
                }
            } catch (Exception failure) {
                throw ProcessingRun.failed(processor, "reading " + ref, failure);
            }
        }
        throw new InputException("No processor was able to handle reading of " + ref);
    }
}
