// SPDX-License-Identifier: Apache-2.0
/**
 * Credentials of AWS accounts, from the configuration's {@code aws}.
 *
 * <pre>{@code
 * var credentials = DefaultAwsCredentialsManager.fromConfig(config);
 * credentials.forArn("arn:aws:ecs:us-west-2:123456789012:service/my-service").sdkCredentialProvider();
 * }</pre>
 */
@NullMarked
package dev.understudy.integration.aws.node;

import org.jspecify.annotations.NullMarked;
