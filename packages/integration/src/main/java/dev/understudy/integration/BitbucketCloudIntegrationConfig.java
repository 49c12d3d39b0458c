// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import dev.understudy.config.ConfigException;
import java.util.Optional;

/**
 * Bitbucket Cloud. Backstage counterpart of the same name.
 *
 * @param appPassword the older kind of token
 */
public record BitbucketCloudIntegrationConfig(
        String host,
        String apiBaseUrl,
        Optional<String> username,
        Optional<Secret> appPassword,
        Optional<Secret> token,
        Optional<String> clientId,
        Optional<Secret> clientSecret,
        Optional<Secret> commitSigningKey) {
    private static final String HOST = "bitbucket.org";
    private static final String API_BASE_URL = "https://api.bitbucket.org/2.0";

    static BitbucketCloudIntegrationConfig anonymous() {
        return new BitbucketCloudIntegrationConfig(
                HOST,
                API_BASE_URL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static BitbucketCloudIntegrationConfig read(Config config) {
        var result = new BitbucketCloudIntegrationConfig(
                HOST,
                API_BASE_URL,
                config.optionalString("username"),
                Secret.readTrimmed(config, "appPassword"),
                Secret.read(config, "token"),
                config.optionalString("clientId").map(String::trim),
                Secret.readTrimmed(config, "clientSecret"),
                Secret.read(config, "commitSigningKey"));
        result.check();
        return result;
    }

    private void check() {
        if (username.isPresent() && token.isEmpty() && appPassword.isEmpty()) {
            throw new ConfigException("Bitbucket Cloud integration must be configured with as username"
                    + " and either a token or an appPassword.");
        }
        if (clientId.isPresent() != clientSecret.isPresent()) {
            throw new ConfigException("Bitbucket Cloud integration has incomplete OAuth configuration."
                    + " Both clientId and clientSecret are required.");
        }
    }
}
