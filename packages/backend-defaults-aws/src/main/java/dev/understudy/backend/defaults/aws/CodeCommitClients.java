// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import dev.understudy.integration.AwsCodeCommitIntegrationConfig;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;

/** One client a region. Thread-safe. */
final class CodeCommitClients implements RegionalClients<CodeCommitClient> {
    private static final String SESSION = "backstage-aws-code-commit-url-reader";

    private final AwsCodeCommitIntegrationConfig config;
    private final ReaderCredentials credentials;
    private final Map<String, CodeCommitClient> clients = new ConcurrentHashMap<>();

    CodeCommitClients(AwsCodeCommitIntegrationConfig config, ReaderCredentials credentials) {
        this.config = config;
        this.credentials = credentials;
    }

    @Override
    public CodeCommitClient forRegion(String region) {
        return clients.computeIfAbsent(region, this::create);
    }

    private CodeCommitClient create(String region) {
        var wanted = new ReaderCredentials.Wanted(
                config.accessKeyId(), config.secretAccessKey(), config.roleArn(), config.externalId());
        return CodeCommitClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(ClientOptions.named("backstage-aws-codecommit-url-reader"))
                .region(Region.of(region))
                .credentialsProvider(credentials.of(wanted, SESSION, region))
                .build();
    }
}
