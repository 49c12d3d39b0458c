// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.Optional;

/**
 * A Gitea host. Backstage counterpart of the same name.
 *
 * @param baseUrl without a slash at the end
 * @param password a token, if there is no user name
 */
public record GiteaIntegrationConfig(
        String host,
        String baseUrl,
        Optional<String> username,
        Optional<Secret> password,
        Optional<Secret> commitSigningKey) {

    static GiteaIntegrationConfig read(Config config) {
        var host = config.string("host");
        var baseUrl = config.optionalString("baseUrl");
        var username = config.optionalString("username");
        var password = Secret.readTrimmed(config, "password");
        IntegrationConfigs.validHost(host, "Gitea");
        baseUrl.filter(url -> !WebUrl.isValid(url)).ifPresent(url -> {
            throw IntegrationConfigs.invalid("Gitea", url, "baseUrl");
        });
        return new GiteaIntegrationConfig(
                host,
                baseUrl.map(IntegrationConfigs::withoutTrailingSlashes).orElse("https://" + host),
                username,
                password,
                Secret.read(config, "commitSigningKey"));
    }
}
