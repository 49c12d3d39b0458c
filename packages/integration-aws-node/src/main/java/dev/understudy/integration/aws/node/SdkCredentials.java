// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import dev.understudy.integration.Secret;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Makes the SDK's credentials of what is configured. */
record SdkCredentials(StsClients clients) {
    private static final String DEFAULT_REGION = "us-east-1";
    private static final String SESSION = "backstage";

    AwsCredentialsProvider of(AwsMainAccountConfig config) {
        return of(config.accessKeyId(), config.secretAccessKey(), config.profile());
    }

    AwsCredentialsProvider of(AwsAccountConfig config, AwsCredentialsProvider mainAccount) {
        return config.roleName()
                .map(role -> inRole(config, config.roleArn(role), mainAccount))
                .orElseGet(() -> of(config.accessKeyId(), config.secretAccessKey(), config.profile()));
    }

    private AwsCredentialsProvider inRole(AwsAccountConfig config, String roleArn, AwsCredentialsProvider mainAccount) {
        var region = config.region().orElse(DEFAULT_REGION);
        return config.webIdentityTokenFile()
                .map(file -> new WebIdentityCredentials(roleArn, SESSION, Path.of(file)).credentials(region, clients))
                .orElseGet(() -> new TemporaryCredentials(roleArn, SESSION, config.externalId())
                        .assumedBy(
                                fixed(config.accessKeyId(), config.secretAccessKey())
                                        .orElse(mainAccount),
                                region,
                                clients));
    }

    private static AwsCredentialsProvider of(
            Optional<String> accessKeyId, Optional<Secret> secretAccessKey, Optional<String> profile) {
        return fixed(accessKeyId, secretAccessKey)
                .orElseGet(() -> profile.<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                        .orElseGet(() -> DefaultCredentialsProvider.builder().build()));
    }

    private static Optional<AwsCredentialsProvider> fixed(
            Optional<String> accessKeyId, Optional<Secret> secretAccessKey) {
        return accessKeyId.flatMap(id -> secretAccessKey.map(
                secret -> StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret.reveal()))));
    }
}
