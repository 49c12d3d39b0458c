// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import dev.understudy.config.ConfigException;
import dev.understudy.errors.BackendException;
import dev.understudy.errors.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads all connections; where {@code connections} has a type, the older keys do not count for it. */
final class ConfiguredConnections {
    private final LoggerService logger;

    private ConfiguredConnections(LoggerService logger) {
        this.logger = logger;
    }

    static List<ConfiguredConnection> fromConfig(Config config, LoggerService logger) {
        var connections = new ConfiguredConnections(logger).read(config);
        if (!connections.isEmpty()) {
            logger.info("Loaded " + count(connections.size(), "connection") + " from configuration");
        }
        return connections;
    }

    private List<ConfiguredConnection> read(Config config) {
        var legacy = withoutDuplicates(legacy(config).stream()
                .map(raw -> ConnectionReader.read(raw, "converted from legacy integrations config"))
                .toList());
        var explicit = explicit(config).stream()
                .map(raw -> ConnectionReader.read(raw, "in connections config"))
                .toList();
        logger.debug("Connections configuration resolved " + count(legacy.size(), "connection")
                + " from legacy integrations and " + count(explicit.size(), "explicit connection"));
        var connections = combine(legacy, explicit);
        rejectDuplicates(connections);
        return withTitles(connections);
    }

    private static List<JsonNode> legacy(Config config) {
        try {
            return LegacyConnections.of(config);
        } catch (BackendException | ConfigException failure) { // as a cause, it would be said twice
            throw new InputException("Failed to convert legacy integrations config:\n" + failure.getMessage());
        }
    }

    private static List<JsonNode> explicit(Config config) {
        var connections = config.optionalValue("connections");
        if (connections.isPresent() && !connections.get().isArray()) {
            throw new InputException("Expected \"connections\" config to be an array of connection objects");
        }
        return connections.map(array -> array.valueStream().toList()).orElseGet(List::of);
    }

    private List<ConfiguredConnection> withoutDuplicates(List<ConfiguredConnection> legacy) {
        var seen = new HashSet<String>();
        var kept = new ArrayList<ConfiguredConnection>();
        for (var connection : legacy) {
            if (seen.add(connection.key())) {
                kept.add(connection);
            } else {
                logger.warn("Multiple legacy integrations resolve to the \"" + connection.key()
                        + "\" connection; ignoring all but the first entry, matching the legacy lookup behavior");
            }
        }
        return kept;
    }

    private List<ConfiguredConnection> combine(List<ConfiguredConnection> legacy, List<ConfiguredConnection> explicit) {
        var types = explicit.stream().map(ConfiguredConnection::type).collect(toSet());
        legacy.stream()
                .map(ConfiguredConnection::type)
                .filter(types::contains)
                .distinct()
                .forEach(type -> logger.warn("Connection type \"" + type.type() + "\" is defined in both legacy"
                        + " integrations and connections config; legacy integrations of this type are ignored."));
        var combined = new ArrayList<>(legacy);
        combined.removeIf(connection -> types.contains(connection.type()));
        combined.addAll(explicit);
        return combined;
    }

    private static void rejectDuplicates(List<ConfiguredConnection> connections) {
        var seen = new HashSet<String>();
        for (var connection : connections) {
            if (!seen.add(connection.key())) {
                var duplicate =
                        "Duplicate connection of type \"" + connection.type().type() + "\"";
                throw new InputException(connection
                        .host()
                        .map(host -> duplicate + " for host \"" + host + "\"")
                        .orElse(duplicate + "; this is a singleton connection type that only allows one entry"));
            }
        }
    }

    /** Without a title, a connection has that of its type, and its host if there are more of them. */
    private static List<ConfiguredConnection> withTitles(List<ConfiguredConnection> connections) {
        var counts = connections.stream().collect(groupingBy(ConfiguredConnection::type, counting()));
        return connections.stream()
                .map(connection -> connection.connection().title().isEmpty()
                        ? connection.withTitle(title(connection, counts.getOrDefault(connection.type(), 0L)))
                        : connection)
                .toList();
    }

    private static String title(ConfiguredConnection connection, long count) {
        var host = count > 1 ? connection.host() : Optional.<String>empty();
        return connection.type().title() + host.map(name -> " (" + name + ")").orElse("");
    }

    private static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
