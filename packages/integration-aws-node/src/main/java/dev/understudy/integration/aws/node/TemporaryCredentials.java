// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * Credentials that one has by taking on a role.
 *
 * @param sessionName what the session is called in AWS's logs
 * @param externalId what the role asks for
 */
public record TemporaryCredentials(String roleArn, String sessionName, Optional<String> externalId) {
    /** Takes on the role with other credentials, when the credentials are first wanted. */
    public AwsCredentialsProvider assumedBy(AwsCredentialsProvider master, String region) {
        return assumedBy(master, region, new AwsStsClients(sessionName));
    }

    AwsCredentialsProvider assumedBy(AwsCredentialsProvider master, String region, StsClients clients) {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(clients.create(region, master))
                .refreshRequest(AssumeRoleRequest.builder()
                        .roleArn(roleArn)
                        .roleSessionName(sessionName)
                        .externalId(externalId.orElse(null))
                        .build())
                .build();
    }
}
