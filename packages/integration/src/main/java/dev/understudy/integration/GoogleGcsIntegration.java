// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;

/** An integration with Google Cloud Storage. Backstage counterpart of the same name. */
public record GoogleGcsIntegration(GoogleGcsIntegrationConfig config) implements ScmIntegration {
    private static final String TYPE = "googleGcs";

    static ScmIntegrationsGroup<GoogleGcsIntegration> fromConfig(Config config) {
        var read = config.optionalConfig("integrations.googleGcs")
                .map(GoogleGcsIntegrationConfig::read)
                .orElseGet(() -> new GoogleGcsIntegrationConfig(Optional.empty(), Optional.empty()));
        return IntegrationConfigs.group(List.of(read), GoogleGcsIntegration::new);
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
        return url;
    }
}
