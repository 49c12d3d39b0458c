// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import dev.understudy.config.Config;
import java.util.Optional;

/** The role to take on in accounts that are not listed. */
record AwsAccountDefaultsConfig(
        Optional<String> roleName,
        Optional<String> partition,
        Optional<String> region,
        Optional<String> externalId,
        Optional<String> webIdentityTokenFile) {
    static final AwsAccountDefaultsConfig NONE = new AwsAccountDefaultsConfig(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static AwsAccountDefaultsConfig read(Config config) {
        var result = new AwsAccountDefaultsConfig(
                config.optionalString("roleName"),
                config.optionalString("partition"),
                config.optionalString("region"),
                config.optionalString("externalId"),
                config.optionalString("webIdentityTokenFile"));
        result.check(new ConfigRules("AWS integration account default configuration"));
        return result;
    }

    private void check(ConfigRules rules) {
        rules.needs(externalId, roleName, "an external ID configured, but no role name.");
        rules.needs(region, roleName, "an STS region configured, but no role name.");
        rules.needs(partition, roleName, "an IAM partition configured, but no role name.");
        rules.needs(webIdentityTokenFile, roleName, "a web identity token file configured, but no role name.");
        rules.notBoth(
                webIdentityTokenFile,
                externalId,
                "both a web identity token file and an external ID configured; AssumeRoleWithWebIdentity does not"
                        + " support external IDs.");
    }

    /** An account that is not listed, with this role. */
    AwsAccountConfig account(String accountId) {
        return new AwsAccountConfig(
                accountId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                roleName,
                region,
                partition,
                externalId,
                webIdentityTokenFile);
    }
}
