// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.Optional;

/** A Harness Code host. Backstage counterpart of the same name. */
public record HarnessIntegrationConfig(String host, Optional<Secret> apiKey, Optional<Secret> token) {
    static HarnessIntegrationConfig read(Config config) {
        var host = config.string("host");
        var token = Secret.read(config, "token");
        var apiKey = Secret.read(config, "apiKey");
        return new HarnessIntegrationConfig(IntegrationConfigs.validHost(host, "Harness Code"), apiKey, token);
    }
}
