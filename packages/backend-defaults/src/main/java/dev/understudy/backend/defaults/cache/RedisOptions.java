// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import dev.understudy.backend.defaults.redis.RedisAddress;
import dev.understudy.backend.defaults.redis.RedisTls;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What node-redis, or iovalkey, is told of a client. */
record RedisOptions(ObjectNode values) {
    // some are heeded by doing nothing: connections are tested while they are idle, nothing waits while a server is
    // gone
    private static final Set<String> HEEDED = Set.of(
            "connectTimeout",
            "connectionName",
            "database",
            "db",
            "disableOfflineQueue",
            "host",
            "keepAlive",
            "name",
            "password",
            "pingInterval",
            "port",
            "socket",
            "tls",
            "url",
            "username");
    private static final Set<String> HEEDED_OF_SOCKET =
            Set.of("connectTimeout", "host", "keepAlive", "noDelay", "port", "tls");

    static RedisOptions of(JsonNode section) {
        return new RedisOptions(
                section instanceof ObjectNode object ? object : Json.mapper().createObjectNode());
    }

    /** What is set here, and there what is not. */
    RedisOptions orElse(RedisOptions other) {
        return new RedisOptions(other.values.deepCopy().setAll(values));
    }

    RedisAddress.Login login() {
        var socket = values.path("socket");
        return new RedisAddress.Login(
                text("username"),
                text("password"),
                values.path("database").asInt(values.path("db").asInt(0)),
                text("name").or(() -> text("connectionName")),
                new RedisTls(isOn(socket.path("tls")) || isOn(values.path("tls")), tlsOptions()),
                milliseconds(socket).or(() -> milliseconds(values)));
    }

    List<String> unheeded() {
        var names = new ArrayList<String>();
        values.propertyNames().stream().filter(name -> !HEEDED.contains(name)).forEach(names::add);
        values.path("socket").propertyNames().stream()
                .filter(name -> !HEEDED_OF_SOCKET.contains(name) && !RedisTls.heeds(name))
                .forEach(name -> names.add("socket." + name));
        values.path("tls").propertyNames().stream()
                .filter(name -> !RedisTls.heeds(name))
                .forEach(name -> names.add("tls." + name));
        return names;
    }

    // node-redis has them in socket, iovalkey in tls
    private JsonNode tlsOptions() {
        return values.path("tls").isObject() ? values.get("tls") : values.path("socket");
    }

    private static Optional<Integer> milliseconds(JsonNode section) {
        return Optional.of(section.path("connectTimeout").asInt(0)).filter(timeout -> timeout > 0);
    }

    private static boolean isOn(JsonNode tls) {
        return tls.isObject() || tls.asBoolean(false);
    }

    private Optional<String> text(String name) {
        return Optional.of(values.path(name).asString("")).filter(text -> !text.isEmpty());
    }
}
