// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;

/** An integration with Gitea. Backstage counterpart of the same name. */
public record GiteaIntegration(GiteaIntegrationConfig config) implements ScmIntegration {
    private static final String TYPE = "gitea";

    static ScmIntegrationsGroup<GiteaIntegration> fromConfig(Config config) {
        return IntegrationConfigs.group(
                IntegrationConfigs.readAll(config, TYPE, GiteaIntegrationConfig::read), GiteaIntegration::new);
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
        return GiteaUrl.parse(config, url).editUrl();
    }
}
