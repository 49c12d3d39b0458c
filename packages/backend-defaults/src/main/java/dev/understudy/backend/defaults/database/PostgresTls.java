// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.types.Json;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;

/**
 * How a connection is encrypted.
 *
 * @param settings node-postgres's {@code ssl} object; missing for a plain connection
 * @param isDirect whether TLS begins at once, without being asked for
 */
record PostgresTls(JsonNode settings, boolean isDirect) {
    /** A key that no user sets: the certificate must be good, but may be that of another host. */
    static final String ANY_HOST = "anyHost";

    static PostgresTls of(JsonNode connection, Map<String, String> environment) {
        var settings = settings(connection.has("ssl") ? connection.path("ssl") : ofEnvironment(environment));
        var negotiation = PostgresDataSource.text(connection, "sslnegotiation", "PGSSLNEGOTIATION", "", environment);
        return switch (negotiation) {
            case "", "postgres" -> new PostgresTls(settings, false);
            case "direct" -> direct(settings);
            default ->
                throw new IllegalArgumentException("Invalid sslnegotiation value: \"" + negotiation
                        + "\". Valid values are \"postgres\" and \"direct\".");
        };
    }

    private static PostgresTls direct(JsonNode settings) {
        if (settings.isMissingNode()) {
            throw new IllegalArgumentException("sslnegotiation=direct requires SSL to be enabled");
        }
        return new PostgresTls(settings, true);
    }

    private static JsonNode ofEnvironment(Map<String, String> environment) {
        return switch (environment.getOrDefault("PGSSLMODE", "")) {
            case "prefer", "require", "verify-ca", "verify-full" ->
                Json.mapper().getNodeFactory().booleanNode(true);
            case "no-verify" -> Json.mapper().getNodeFactory().stringNode("no-verify");
            default -> Json.mapper().missingNode();
        };
    }

    private static JsonNode settings(JsonNode ssl) {
        if (ssl.isObject()) {
            return ssl;
        }
        var object = Json.mapper().createObjectNode();
        if (ssl.isString()) {
            var text = ssl.stringValue();
            return text.isEmpty()
                    ? Json.mapper().missingNode()
                    : text.equals("no-verify") ? object.put("rejectUnauthorized", false) : object;
        }
        return ssl.asBoolean(false) ? object : Json.mapper().missingNode();
    }

    void applyTo(PGSimpleDataSource source) {
        if (settings.isMissingNode()) {
            source.setSslMode("disable");
            return;
        }
        var verify = settings.path("rejectUnauthorized").asBoolean(true);
        var mode = settings.path(ANY_HOST).asBoolean(false) ? "verify-ca" : "verify-full";
        source.setSslMode(verify ? mode : "require");
        source.setSslfactory(PostgresTlsFactory.class.getName());
        PostgresDataSource.set(source, "sslfactoryarg", settings.toString());
        if (isDirect) {
            PostgresDataSource.set(source, "sslNegotiation", "direct");
        }
    }
}
