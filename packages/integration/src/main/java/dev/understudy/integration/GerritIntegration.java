// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;

/** An integration with Gerrit. Backstage counterpart of the same name. */
public record GerritIntegration(GerritIntegrationConfig config) implements ScmIntegration {
    private static final String TYPE = "gerrit";

    static ScmIntegrationsGroup<GerritIntegration> fromConfig(Config config) {
        return IntegrationConfigs.group(
                IntegrationConfigs.readAll(config, TYPE, GerritIntegrationConfig::read), GerritIntegration::new);
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
    public String resolveUrl(String url, String base, int lineNumber) {
        if (url.startsWith("/")) {
            return GitilesUrl.parse(config, base).basePath() + url;
        }
        var updated = url.isEmpty() ? WebUrl.parse(base) : WebUrl.parse(base).resolve(url);
        return (lineNumber > 0 ? updated.withHash(Integer.toString(lineNumber)) : updated).toString();
    }

    @Override
    public String resolveEditUrl(String url) {
        if (config.disableEditUrl().orElse(false)) {
            return url;
        }
        return GitilesUrl.parse(config, url).editUrl(config);
    }
}
