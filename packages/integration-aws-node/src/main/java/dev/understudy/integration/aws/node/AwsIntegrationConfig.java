// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import dev.understudy.config.Config;
import java.util.List;

/** The section {@code aws}. Immutable. Backstage counterpart of the same name. */
record AwsIntegrationConfig(
        List<AwsAccountConfig> accounts, AwsMainAccountConfig mainAccount, AwsAccountDefaultsConfig accountDefaults) {

    static AwsIntegrationConfig fromConfig(Config config) {
        var accounts = config.optionalConfigArray("aws.accounts").orElse(List.of()).stream()
                .map(AwsAccountConfig::read)
                .toList();
        return new AwsIntegrationConfig(
                accounts,
                config.optionalConfig("aws.mainAccount")
                        .map(AwsMainAccountConfig::read)
                        .orElse(AwsMainAccountConfig.NONE),
                config.optionalConfig("aws.accountDefaults")
                        .map(AwsAccountDefaultsConfig::read)
                        .orElse(AwsAccountDefaultsConfig.NONE));
    }
}
