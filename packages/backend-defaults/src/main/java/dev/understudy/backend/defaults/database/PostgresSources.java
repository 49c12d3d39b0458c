// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.backend.defaults.database.token.AzureTokens;
import dev.understudy.backend.defaults.database.token.RdsTokens;
import dev.understudy.backend.defaults.database.token.RenewedPassword;
import dev.understudy.backend.defaults.database.token.TokenSource;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;

/** Makes sources of connections in the way that {@code connection.type} asks for. */
final class PostgresSources {
    private final JsonNode connection;
    private final long createTimeout;
    private final Supplier<PGSimpleDataSource> kind;

    private PostgresSources(JsonNode connection, long createTimeout, Supplier<PGSimpleDataSource> kind) {
        this.connection = connection;
        this.createTimeout = createTimeout;
        this.kind = kind;
    }

    /**
     * @param createTimeout for how many milliseconds a connection may take to be made
     */
    static PostgresSources of(
            JsonNode connection, long createTimeout, Map<String, String> environment, InstantSource clock) {
        var type = connection.path("type").asString("");
        return new PostgresSources(
                connection,
                createTimeout,
                switch (type) {
                    case "", "default" -> PGSimpleDataSource::new;
                    case "azure" ->
                        renewing(AzureTokens.of(connection.path("tokenCredential"), environment, clock), clock);
                    case "rds" -> renewing(RdsTokens.of(connection, environment, clock), clock);
                    case "cloudsql" -> () -> CloudSqlDataSource.of(connection);
                    default -> throw new IllegalArgumentException("Unknown connection type: " + type);
                });
    }

    private static Supplier<PGSimpleDataSource> renewing(TokenSource tokens, InstantSource clock) {
        var password = new RenewedPassword(tokens, clock);
        return () -> new TokenDataSource(password);
    }

    PGSimpleDataSource to(String database) {
        return PostgresDataSource.configure(kind.get(), connection, createTimeout, database);
    }
}
