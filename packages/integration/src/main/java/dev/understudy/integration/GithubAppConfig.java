// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;

/**
 * A GitHub app to act as. Backstage counterpart of the same name.
 *
 * @param privateKey in PEM format
 * @param allowedInstallationOwners the only owners whose installations are used; any, if empty
 * @param publicAccess whether to read public repositories of owners that have not installed the app
 */
public record GithubAppConfig(
        long appId,
        Secret privateKey,
        Optional<Secret> webhookSecret,
        String clientId,
        Secret clientSecret,
        Optional<List<String>> allowedInstallationOwners,
        Optional<Boolean> publicAccess) {

    static GithubAppConfig read(Config config) {
        var appId = (long) config.number("appId");
        var clientId = config.string("clientId");
        var clientSecret = Secret.of(config.string("clientSecret"));
        var webhookSecret = Secret.read(config, "webhookSecret");
        return new GithubAppConfig(
                appId,
                Secret.of(config.string("privateKey")),
                webhookSecret,
                clientId,
                clientSecret,
                config.optionalStringArray("allowedInstallationOwners"),
                config.optionalBool("publicAccess"));
    }
}
