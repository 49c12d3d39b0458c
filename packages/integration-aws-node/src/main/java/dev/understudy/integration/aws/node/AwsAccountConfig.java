// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import dev.understudy.config.Config;
import dev.understudy.integration.Secret;
import java.util.Optional;

/**
 * An account.
 *
 * @param roleName a role to take on in it
 * @param region of the STS endpoint
 * @param externalId what the role asks for
 */
record AwsAccountConfig(
        String accountId,
        Optional<String> accessKeyId,
        Optional<Secret> secretAccessKey,
        Optional<String> profile,
        Optional<String> roleName,
        Optional<String> region,
        Optional<String> partition,
        Optional<String> externalId,
        Optional<String> webIdentityTokenFile) {

    static AwsAccountConfig read(Config config) {
        var result = new AwsAccountConfig(
                config.string("accountId"),
                config.optionalString("accessKeyId"),
                ConfigRules.secret(config, "secretAccessKey"),
                config.optionalString("profile"),
                config.optionalString("roleName"),
                config.optionalString("region"),
                config.optionalString("partition"),
                config.optionalString("externalId"),
                config.optionalString("webIdentityTokenFile"));
        result.check(new ConfigRules("AWS integration account " + result.accountId));
        return result;
    }

    private void check(ConfigRules rules) {
        rules.accessKey(accessKeyId, secretAccessKey, profile);
        rules.notBoth(
                profile, roleName, "both an access key ID and a role name configured, but only one must be specified");
        rules.needs(externalId, roleName, "an external ID configured, but no role name.");
        rules.needs(region, roleName, "an STS region configured, but no role name.");
        rules.needs(partition, roleName, "an IAM partition configured, but no role name.");
        rules.notBoth(
                webIdentityTokenFile,
                accessKeyId,
                "both a web identity token file and static credentials configured, but only one must be specified");
        rules.notBoth(
                webIdentityTokenFile,
                profile,
                "both a web identity token file and a profile configured, but only one must be specified");
        rules.needs(webIdentityTokenFile, roleName, "a web identity token file configured, but no role name.");
        rules.notBoth(
                webIdentityTokenFile,
                externalId,
                "both a web identity token file and an external ID configured; AssumeRoleWithWebIdentity does not"
                        + " support external IDs.");
    }

    /** The role's name in full. */
    String roleArn(String role) {
        return "arn:" + partition.orElse("aws") + ":iam::" + accountId + ":role/" + role;
    }
}
