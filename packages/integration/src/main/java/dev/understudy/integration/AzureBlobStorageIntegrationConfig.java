// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import dev.understudy.config.ConfigException;
import java.util.Optional;

/**
 * An account of Azure Blob Storage. Backstage counterpart of the same name.
 *
 * @param host of the endpoint; {@code blob.core.windows.net} without one
 * @param accountName empty only for the host that is known without configuration
 */
public record AzureBlobStorageIntegrationConfig(
        String host,
        Optional<String> endpoint,
        Optional<String> accountName,
        Optional<Secret> accountKey,
        Optional<Secret> sasToken,
        Optional<Secret> connectionString,
        Optional<String> endpointSuffix,
        Optional<AadCredential> aadCredential) {
    static final String AZURE_HOST = "blob.core.windows.net";

    /** An application known to Microsoft Entra ID. */
    public record AadCredential(String clientId, String tenantId, Secret clientSecret) {
        static AadCredential read(Config config) {
            return new AadCredential(
                    config.string("clientId"),
                    config.string("tenantId"),
                    Secret.of(config.string("clientSecret").trim()));
        }
    }

    static AzureBlobStorageIntegrationConfig azure() {
        return new AzureBlobStorageIntegrationConfig(
                AZURE_HOST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static AzureBlobStorageIntegrationConfig read(Config config) {
        var endpoint = config.optionalString("endpoint");
        var accountName = config.string("accountName");
        var result = new AzureBlobStorageIntegrationConfig(
                endpoint.map(url -> IntegrationConfigs.endpointHost(url, "azureBlobStorage"))
                        .orElse(AZURE_HOST),
                endpoint,
                Optional.of(accountName),
                Secret.readTrimmed(config, "accountKey"),
                Secret.readTrimmed(config, "sasToken"),
                Secret.readTrimmed(config, "connectionString"),
                config.optionalString("endpointSuffix").map(String::trim),
                config.optionalConfig("aadCredential").map(AadCredential::read));
        result.check(accountName);
        return result;
    }

    private void check(String account) {
        var prefix = "Invalid Azure Blob Storage config for " + account + ": ";
        if (accountKey.isPresent() && sasToken.isPresent()) {
            throw new ConfigException(prefix + "Both account key and SAS token cannot be used simultaneously.");
        }
        if (aadCredential.isPresent() && (accountKey.isPresent() || sasToken.isPresent())) {
            throw new ConfigException(
                    prefix + "Cannot use both Azure AD credentials and account keys/SAS tokens for the same account.");
        }
    }
}
