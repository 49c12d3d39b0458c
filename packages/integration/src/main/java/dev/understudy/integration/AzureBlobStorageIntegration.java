// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;

/** An integration with Azure Blob Storage. Backstage counterpart of the same name. */
public record AzureBlobStorageIntegration(AzureBlobStorageIntegrationConfig config) implements ScmIntegration {
    private static final String TYPE = "azureBlobStorage";

    static ScmIntegrationsGroup<AzureBlobStorageIntegration> fromConfig(Config config) {
        return IntegrationConfigs.group(
                IntegrationConfigs.readAll(
                        config,
                        TYPE,
                        AzureBlobStorageIntegrationConfig::read,
                        known -> known.host().equals(AzureBlobStorageIntegrationConfig.AZURE_HOST),
                        AzureBlobStorageIntegrationConfig.azure()),
                AzureBlobStorageIntegration::new);
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
