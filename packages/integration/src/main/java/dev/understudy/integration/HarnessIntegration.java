// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;

/** An integration with Harness Code. Backstage counterpart of the same name. */
public record HarnessIntegration(HarnessIntegrationConfig config) implements ScmIntegration {
    private static final String TYPE = "harness";

    static ScmIntegrationsGroup<HarnessIntegration> fromConfig(Config config) {
        return IntegrationConfigs.group(
                IntegrationConfigs.readAll(config, TYPE, HarnessIntegrationConfig::read), HarnessIntegration::new);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String host() {
        return config.host();
    }

    @Override
    public String resolveEditUrl(String url) {
        return HarnessUrl.parse(config, url).editUrl();
    }
}
