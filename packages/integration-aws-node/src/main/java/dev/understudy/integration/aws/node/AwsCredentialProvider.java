// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Credentials for an account. Backstage counterpart of the same name.
 *
 * @param accountId empty for the main account, whose number nobody had to tell
 * @param stsRegion where tokens are had; empty for the usual region
 * @param sdkCredentialProvider thread-safe; renews what expires
 */
public record AwsCredentialProvider(
        Optional<String> accountId, Optional<String> stsRegion, AwsCredentialsProvider sdkCredentialProvider) {}
