// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.backend.defaults.internal.NodeTls;
import dev.understudy.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds what is set for knex or for node-postgres, and means nothing here. */
record UnheededKeys(Set<String> heededByPool, Set<String> heededByConnection) {
    // what changes nothing for us is heeded by doing nothing: stack traces are always whole, no version needs to be
    // asked for
    private static final Set<String> ALWAYS =
            Set.of("acquireConnectionTimeout", "asyncStackTraces", "useNullAsDefault", "version", "pool");

    static final UnheededKeys POSTGRES = new UnheededKeys(
            Set.of(
                    "searchPath",
                    "pool.min",
                    "pool.max",
                    "pool.acquireTimeoutMillis",
                    "pool.createTimeoutMillis",
                    "pool.idleTimeoutMillis",
                    "pool.maxConnectionLifetimeMillis"),
            Set.of(
                    "application_name",
                    "binary",
                    "client_encoding",
                    "connectionString",
                    "connectionTimeoutMillis",
                    "database",
                    "enableChannelBinding",
                    "fallback_application_name",
                    "host",
                    "idle_in_transaction_session_timeout",
                    "instance",
                    "ipAddressType",
                    "keepAlive",
                    "keepAliveInitialDelayMillis",
                    "lock_timeout",
                    "options",
                    "password",
                    "port",
                    "query_timeout",
                    "region",
                    "scramMaxIterations",
                    "ssl",
                    "sslnegotiation",
                    "statement_timeout",
                    "tokenCredential",
                    "type",
                    "user"));
    static final UnheededKeys SQLITE =
            new UnheededKeys(Set.of("searchPath", "pool.acquireTimeoutMillis"), Set.of("directory", "filename"));

    /** Full keys, in the order of the configuration. */
    List<String> of(Config database, String pluginId) {
        var found = new ArrayList<String>();
        collect(database, "", found);
        collect(database, "plugin." + pluginId + ".", found);
        return List.copyOf(found);
    }

    private void collect(Config database, String front, List<String> found) {
        database.optionalValue(front + "knexConfig").ifPresent(knex -> {
            var key = "backend.database." + front + "knexConfig.";
            addOthers(knex, "", key, found);
            addOthers(knex.path("pool"), "pool.", key, found);
        });
        database.optionalValue(front + "connection").ifPresent(connection -> {
            var key = "backend.database." + front + "connection.";
            addOthers(connection, heededByConnection, key, found);
            addOthers(connection.path("ssl"), NodeTls.OPTIONS, key + "ssl.", found);
        });
    }

    private void addOthers(JsonNode section, String front, String key, List<String> found) {
        for (var field : section.properties()) {
            var name = front + field.getKey();
            if (!ALWAYS.contains(name) && !heededByPool.contains(name)) {
                found.add(key + name);
            }
        }
    }

    private static void addOthers(JsonNode section, Set<String> heeded, String key, List<String> found) {
        for (var field : section.properties()) {
            if (!heeded.contains(field.getKey())) {
                found.add(key + field.getKey());
            }
        }
    }
}
