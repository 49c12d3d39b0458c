// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;

/** Goes through Google's connector, which finds the instance, encrypts, and logs in with the process's own identity. */
final class CloudSqlDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;
    private static final String SOCKET_FACTORY = "com.google.cloud.sql.postgres.SocketFactory";
    private static final Set<String> ADDRESS_TYPES = Set.of("PUBLIC", "PRIVATE", "PSC");

    private final String parameters;

    private CloudSqlDataSource(String parameters) {
        this.parameters = parameters;
    }

    /**
     * @throws IllegalArgumentException when the connection names no instance
     * @throws IllegalStateException when Google's connector is not in the application
     */
    static CloudSqlDataSource of(JsonNode connection) {
        var instance = connection.path("instance").asString("");
        if (instance.isEmpty()) {
            throw new IllegalArgumentException("Missing instance connection name for Cloud SQL");
        }
        requireConnector();
        var parameters = new TreeMap<String, String>();
        parameters.put("socketFactory", SOCKET_FACTORY);
        parameters.put("cloudSqlInstance", instance);
        parameters.put("ipTypes", addressType(connection));
        parameters.put("enableIamAuth", "true");
        return new CloudSqlDataSource(encode(parameters));
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String addressType(JsonNode connection) {
        var type = Optional.of(connection.path("ipAddressType").asString("")).filter(text -> !text.isEmpty());
        if (type.isPresent() && !ADDRESS_TYPES.contains(type.get())) {
            throw new IllegalArgumentException(
                    "Invalid connection.ipAddressType: " + type.get() + "; valid values: PUBLIC, PRIVATE, PSC");
        }
        return type.orElse("PUBLIC");
    }

    private static void requireConnector() {
        try {
            Class.forName(SOCKET_FACTORY, false, CloudSqlDataSource.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(
                    "Connection type 'cloudsql' needs Google's connector. Add the dependency"
                            + " com.google.cloud.sql:postgres-socket-factory",
                    missing);
        }
    }

    @Override
    public String getUrl() {
        return super.getUrl() + "&" + parameters;
    }
}
