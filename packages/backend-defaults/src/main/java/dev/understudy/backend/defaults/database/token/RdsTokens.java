// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import dev.understudy.errors.ErrorNames;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Tokens for a user of Amazon RDS, which are signed here.
 *
 * @param environment variables, as AWS's own libraries read them
 */
public record RdsTokens(
        String host, int port, String user, String region, Map<String, String> environment, InstantSource clock)
        implements TokenSource {
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(14);

    /**
     * @throws IllegalArgumentException when the host, the port, the user or the region is unknown
     */
    public static RdsTokens of(JsonNode connection, Map<String, String> environment, InstantSource clock) {
        for (var name : new String[] {"host", "port", "user"}) {
            if (connection.path(name).asString("").isEmpty()) {
                throw new IllegalArgumentException(
                        "AWS RDS IAM auth: missing required database connection config — make"
                                + " sure connection.host, connection.port, and connection.user are set and any environment"
                                + " variables they reference are set; caused by Error: Missing required config value at"
                                + " 'connection." + name + "'");
            }
        }
        return new RdsTokens(
                connection.get("host").asString(),
                Integer.parseInt(connection.get("port").asString()),
                connection.get("user").asString(),
                region(connection, environment),
                environment,
                clock);
    }

    private static String region(JsonNode connection, Map<String, String> environment) {
        return Stream.of(
                        connection.path("region").asString(""),
                        environment.getOrDefault("AWS_REGION", ""),
                        environment.getOrDefault("AWS_DEFAULT_REGION", ""))
                .filter(region -> !region.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Missing region for AWS RDS IAM auth: set"
                        + " connection.region or the AWS_REGION environment variable"));
    }

    @Override
    public DatabaseToken acquire() throws IOException, InterruptedException {
        try {
            var credentials = new AwsCredentialsChain(environment, region).find();
            var now = clock.instant();
            var signature = new AwsPresignedQuery(credentials, region, "rds-db", now);
            var address = host + ":" + port;
            var query = signature.sign(address, Map.of("Action", "connect", "DBUser", user));
            return new DatabaseToken(address + "/?" + query, now.plus(RENEWED_AFTER));
        } catch (IOException failure) {
            throw new IOException(
                    "AWS RDS IAM auth token acquisition failed for " + user + "@" + host + ":" + port + "; caused by "
                            + ErrorNames.describe(failure),
                    failure);
        }
    }
}
