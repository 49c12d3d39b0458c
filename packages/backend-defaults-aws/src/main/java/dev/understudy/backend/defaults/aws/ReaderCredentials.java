// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import dev.understudy.integration.Secret;
import dev.understudy.integration.aws.node.AwsCredentialsManager;
import dev.understudy.integration.aws.node.TemporaryCredentials;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Chooses the credentials of a reader: a key of its own, those of {@code aws}, and a role on top of either. */
record ReaderCredentials(AwsCredentialsManager manager) {
    /** What an integration says about credentials. */
    record Wanted(
            Optional<String> accessKeyId,
            Optional<Secret> secretAccessKey,
            Optional<String> roleArn,
            Optional<String> externalId) {}

    AwsCredentialsProvider of(Wanted wanted, String sessionName, String region) {
        var key = key(wanted);
        var role = wanted.roleArn().filter(arn -> !arn.isEmpty());
        return role.map(arn -> new TemporaryCredentials(arn, sessionName, wanted.externalId())
                        .assumedBy(key.orElseGet(() -> whoTakesOn(arn)), region))
                .orElseGet(() -> key.orElseGet(() -> manager.mainAccount().sdkCredentialProvider()));
    }

    private static Optional<AwsCredentialsProvider> key(Wanted wanted) {
        return wanted.accessKeyId()
                .flatMap(id -> wanted.secretAccessKey()
                        .map(secret ->
                                StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret.reveal()))));
    }

    private AwsCredentialsProvider whoTakesOn(String roleArn) {
        try {
            return manager.forArn(roleArn).sdkCredentialProvider();
        } catch (RuntimeException nothingForThatAccount) {
            return manager.mainAccount().sdkCredentialProvider();
        }
    }
}
