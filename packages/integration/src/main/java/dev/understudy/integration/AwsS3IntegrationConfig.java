// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.Optional;

/**
 * A store that speaks S3. Backstage counterpart of the same name.
 *
 * @param host of the endpoint; {@code amazonaws.com} without one
 * @param endpoint for stores other than Amazon's
 * @param s3ForcePathStyle whether the bucket is in the path instead of the host
 * @param roleArn a role to take on
 * @param externalId what that role asks for
 */
public record AwsS3IntegrationConfig(
        String host,
        Optional<String> endpoint,
        boolean s3ForcePathStyle,
        Optional<String> accessKeyId,
        Optional<Secret> secretAccessKey,
        Optional<String> roleArn,
        Optional<String> externalId) {
    static final String AMAZON_HOST = "amazonaws.com";

    static AwsS3IntegrationConfig amazon() {
        return new AwsS3IntegrationConfig(
                AMAZON_HOST,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static AwsS3IntegrationConfig read(Config config) {
        var endpoint = config.optionalString("endpoint");
        return new AwsS3IntegrationConfig(
                endpoint.map(url -> IntegrationConfigs.endpointHost(url, "awsS3"))
                        .orElse(AMAZON_HOST),
                endpoint,
                config.optionalBool("s3ForcePathStyle").orElse(false),
                config.optionalString("accessKeyId"),
                Secret.readTrimmed(config, "secretAccessKey"),
                config.optionalString("roleArn"),
                config.optionalString("externalId"));
    }
}
