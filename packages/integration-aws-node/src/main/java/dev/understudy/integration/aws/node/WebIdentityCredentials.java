// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleWithWebIdentityCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;

/**
 * Credentials that one has by taking on a role with a token from a file.
 *
 * @param tokenFile is read each time, since tokens in files are exchanged for new ones
 */
record WebIdentityCredentials(String roleArn, String sessionName, Path tokenFile) {
    AwsCredentialsProvider credentials(String region, StsClients clients) {
        return StsAssumeRoleWithWebIdentityCredentialsProvider.builder()
                .stsClient(clients.create(region, AnonymousCredentialsProvider.create()))
                .refreshRequest(this::request)
                .build();
    }

    private AssumeRoleWithWebIdentityRequest request() {
        try {
            return AssumeRoleWithWebIdentityRequest.builder()
                    .roleArn(roleArn)
                    .roleSessionName(sessionName)
                    .webIdentityToken(Files.readString(tokenFile).trim())
                    .build();
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not read the web identity token file " + tokenFile, failure);
        }
    }
}
