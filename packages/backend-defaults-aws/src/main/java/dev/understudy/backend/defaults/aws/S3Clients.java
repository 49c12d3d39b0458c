// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import dev.understudy.integration.AwsS3IntegrationConfig;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** One client a region. Thread-safe. */
final class S3Clients implements RegionalClients<S3Client> {
    private static final String NAME = "backstage-aws-s3-url-reader";

    private final AwsS3IntegrationConfig config;
    private final ReaderCredentials credentials;
    private final Map<String, S3Client> clients = new ConcurrentHashMap<>();

    S3Clients(AwsS3IntegrationConfig config, ReaderCredentials credentials) {
        this.config = config;
        this.credentials = credentials;
    }

    @Override
    public S3Client forRegion(String region) {
        return clients.computeIfAbsent(region, this::create);
    }

    private S3Client create(String region) {
        var wanted = new ReaderCredentials.Wanted(
                config.accessKeyId(), config.secretAccessKey(), config.roleArn(), config.externalId());
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(ClientOptions.named(NAME))
                .region(Region.of(region))
                .credentialsProvider(credentials.of(wanted, NAME, region))
                .forcePathStyle(config.s3ForcePathStyle());
        config.endpoint().ifPresent(endpoint -> builder.endpointOverride(URI.create(endpoint)));
        return builder.build();
    }
}
