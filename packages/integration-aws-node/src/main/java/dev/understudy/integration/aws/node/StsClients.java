// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;

/** Makes clients of the service that hands out tokens. */
@FunctionalInterface
interface StsClients {
    /** A client for a region that signs with these credentials. */
    StsClient create(String region, AwsCredentialsProvider credentials);
}
