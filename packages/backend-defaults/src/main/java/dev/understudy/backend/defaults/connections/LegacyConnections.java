// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import dev.understudy.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Turns {@code aws} and {@code integrations} into what could as well stand in {@code connections}. */
final class LegacyConnections {
    private static final List<String> ACCESS_KEY = List.of("accessKeyId", "secretAccessKey");
    private static final List<String> LOGIN = List.of("username", "password");

    private record Source(String key, Function<Config, Stream<JsonNode>> convert) {}

    private static final List<Source> INTEGRATIONS = List.of(
            each("awsCodeCommit", LegacyConnections::awsCodeCommit),
            each("awsS3", LegacyConnections::awsS3),
            each("azure", LegacyAzure::devOps),
            each("azureBlobStorage", LegacyAzure::blobStorage),
            each("bitbucketCloud", LegacyConnections::bitbucketCloud),
            each("bitbucketServer", LegacyConnections::bitbucketServer),
            each("gerrit", LegacyConnections::gerrit),
            each("gitea", LegacyConnections::gitea),
            each("github", LegacyGithub::connection),
            each("gitlab", LegacyConnections::gitlab),
            new Source("googleGcs", LegacyConnections::googleGcs),
            new Source("harness", LegacyConnections::harness));

    private LegacyConnections() {}

    static List<JsonNode> of(Config config) {
        var connections = new ArrayList<JsonNode>();
        config.optionalConfig("aws").map(LegacyAws::connection).ifPresent(connections::add);
        config.optionalConfig("integrations")
                .ifPresent(integrations -> INTEGRATIONS.forEach(
                        source -> source.convert().apply(integrations).forEach(connections::add)));
        return connections;
    }

    private static Source each(String key, Function<Config, JsonNode> convert) {
        return new Source(key, integrations -> entries(integrations, key).map(convert));
    }

    private static Stream<Config> entries(Config integrations, String key) {
        return integrations.optionalConfigArray(key).orElseGet(List::of).stream();
    }

    private static JsonNode awsCodeCommit(Config config) {
        var console = config.string("region") + ".console.aws.amazon.com";
        return new LegacyEntry("aws-codecommit", config)
                .hostOr(console)
                .strings("region")
                .auth("accessKey", ACCESS_KEY)
                .auth("assumeRole", List.of("roleArn"), "externalId")
                .complete();
    }

    private static JsonNode awsS3(Config config) {
        return new LegacyEntry("aws-s3", config)
                .hostOfEndpointOr("integrations.awsS3", "amazonaws.com")
                .strings("endpoint")
                .bool("s3ForcePathStyle")
                .auth("accessKey", ACCESS_KEY)
                .auth("assumeRole", List.of("roleArn"), "externalId")
                .orNoAuth();
    }

    private static JsonNode bitbucketCloud(Config config) {
        return new LegacyEntry("bitbucket-cloud", config)
                .host("bitbucket.org")
                .auth("token", List.of("username", "token"))
                .auth("appPassword", List.of("username", "appPassword"))
                .auth("oauth", List.of("clientId", "clientSecret"))
                .orNoAuth();
    }

    private static JsonNode bitbucketServer(Config config) {
        return new LegacyEntry("bitbucket-server", config)
                .strings("host", "apiBaseUrl")
                .auth("token", List.of("token"))
                .auth("basic", LOGIN)
                .orNoAuth();
    }

    private static JsonNode gerrit(Config config) {
        return new LegacyEntry("gerrit", config)
                .strings("host", "baseUrl", "gitilesBaseUrl", "cloneUrl")
                .auth("basic", LOGIN)
                .orNoAuth();
    }

    private static JsonNode gitea(Config config) {
        return new LegacyEntry("gitea", config)
                .strings("host", "baseUrl")
                .auth("basic", LOGIN)
                .orNoAuth();
    }

    private static JsonNode gitlab(Config config) {
        return new LegacyEntry("gitlab", config)
                .strings("host", "apiBaseUrl", "baseUrl")
                .auth("token", List.of("token"))
                .orNoAuth();
    }

    private static Stream<JsonNode> googleGcs(Config integrations) {
        return integrations.optionalConfig("googleGcs").map(LegacyConnections::googleGcsEntry).stream();
    }

    /** Keys from environment variables have their line breaks escaped. */
    private static JsonNode googleGcsEntry(Config config) {
        var entry = new LegacyEntry("google-gcs", config).host("storage.cloud.google.com");
        var clientEmail = config.optionalString("clientEmail");
        var privateKey = config.optionalString("privateKey");
        if (clientEmail.isPresent() && privateKey.isPresent()) {
            entry.addAuth("serviceAccount")
                    .put("clientEmail", clientEmail.get())
                    .put("privateKey", privateKey.get().replace("\\n", "\n"));
        }
        return entry.orNoAuth();
    }

    /** Without a token, there is no connection. */
    private static Stream<JsonNode> harness(Config integrations) {
        return entries(integrations, "harness")
                .filter(config -> config.optionalString("token").isPresent())
                .map(config -> new LegacyEntry("harness", config)
                        .strings("host")
                        .auth("token", List.of("token"), "apiKey")
                        .complete());
    }
}
