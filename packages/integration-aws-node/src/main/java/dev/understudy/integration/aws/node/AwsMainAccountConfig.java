// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import dev.understudy.config.Config;
import dev.understudy.integration.Secret;
import java.util.Optional;

/**
 * The account that the backend belongs to.
 *
 * @param region of its STS endpoint
 */
record AwsMainAccountConfig(
        Optional<String> accessKeyId,
        Optional<Secret> secretAccessKey,
        Optional<String> profile,
        Optional<String> region) {
    static final AwsMainAccountConfig NONE =
            new AwsMainAccountConfig(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static AwsMainAccountConfig read(Config config) {
        var result = new AwsMainAccountConfig(
                config.optionalString("accessKeyId"),
                ConfigRules.secret(config, "secretAccessKey"),
                config.optionalString("profile"),
                config.optionalString("region"));
        new ConfigRules("The main AWS integration account")
                .accessKey(result.accessKeyId, result.secretAccessKey, result.profile);
        return result;
    }
}
