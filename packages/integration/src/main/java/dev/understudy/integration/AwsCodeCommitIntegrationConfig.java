// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.Optional;

/**
 * AWS CodeCommit in one region. Backstage counterpart of the same name.
 *
 * @param host of the console
 * @param roleArn a role to take on
 * @param externalId what that role asks for
 */
public record AwsCodeCommitIntegrationConfig(
        String host,
        String region,
        Optional<String> accessKeyId,
        Optional<Secret> secretAccessKey,
        Optional<String> roleArn,
        Optional<String> externalId) {

    static AwsCodeCommitIntegrationConfig read(Config config) {
        var region = config.string("region");
        return new AwsCodeCommitIntegrationConfig(
                config.optionalString("host").orElse(region + ".console.aws.amazon.com"),
                region,
                config.optionalString("accessKeyId"),
                Secret.readTrimmed(config, "secretAccessKey"),
                config.optionalString("roleArn"),
                config.optionalString("externalId"));
    }
}
