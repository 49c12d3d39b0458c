// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.Optional;

/**
 * A Bitbucket Server or Data Center host. Backstage counterpart of the same name.
 *
 * @param apiBaseUrl without a slash at the end
 */
public record BitbucketServerIntegrationConfig(
        String host,
        String apiBaseUrl,
        Optional<Secret> token,
        Optional<String> username,
        Optional<Secret> password,
        Optional<Secret> commitSigningKey) {

    static BitbucketServerIntegrationConfig read(Config config) {
        var host = config.string("host");
        var apiBaseUrl = config.optionalString("apiBaseUrl");
        var token = Secret.readTrimmed(config, "token");
        IntegrationConfigs.validHost(host, "Bitbucket Server");
        return new BitbucketServerIntegrationConfig(
                host,
                apiBaseUrl.map(IntegrationConfigs::withoutTrailingSlashes).orElse("https://" + host + "/rest/api/1.0"),
                token,
                config.optionalString("username"),
                Secret.read(config, "password"),
                Secret.read(config, "commitSigningKey"));
    }
}
