// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.Optional;

/**
 * Google Cloud Storage. Backstage counterpart of the same name.
 *
 * @param clientEmail the service account's name
 * @param privateKey the service account's key
 */
public record GoogleGcsIntegrationConfig(Optional<String> clientEmail, Optional<Secret> privateKey) {
    /** The only host there is. */
    public static final String HOST = "storage.cloud.google.com";

    /** The host. */
    public String host() {
        return HOST;
    }

    static GoogleGcsIntegrationConfig read(Config config) {
        if (!config.has("clientEmail") && !config.has("privateKey")) {
            return new GoogleGcsIntegrationConfig(Optional.empty(), Optional.empty());
        }
        var key = config.string("privateKey").replace("\\n", "\n");
        return new GoogleGcsIntegrationConfig(Optional.of(config.string("clientEmail")), Optional.of(Secret.of(key)));
    }
}
