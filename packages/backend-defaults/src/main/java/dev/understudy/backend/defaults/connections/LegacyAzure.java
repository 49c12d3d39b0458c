// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import static dev.understudy.backend.defaults.connections.LegacyEntry.copyStringArray;
import static dev.understudy.backend.defaults.connections.LegacyEntry.copyStrings;

import dev.understudy.config.Config;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code integrations.azure} and {@code integrations.azureBlobStorage}. */
final class LegacyAzure {
    private LegacyAzure() {}

    static JsonNode devOps(Config config) {
        var entry = new LegacyEntry("azure", config).hostOr("dev.azure.com");
        config.optionalConfigArray("credentials").orElseGet(List::of).forEach(credential -> add(credential, entry));
        return entry.orNoAuth();
    }

    /** A token counts before a secret, and a secret before an identity; anything else is no credential. */
    private static void add(Config credential, LegacyEntry entry) {
        if (credential.optionalString("personalAccessToken").isPresent()) {
            add("pat", credential, entry, "personalAccessToken");
        } else if (credential.optionalString("clientSecret").isPresent()) {
            add("clientCredentials", credential, entry, "clientId", "clientSecret", "tenantId");
        } else if (credential.optionalString("clientId").isPresent()) {
            add("managedIdentity", credential, entry, "clientId", "tenantId", "managedIdentityClientId");
        }
    }

    private static void add(String method, Config credential, LegacyEntry entry, String... names) {
        var auth = entry.addAuth(method);
        copyStrings(credential, auth, names);
        copyStringArray(credential, "organizations", auth, "orgs");
    }

    static JsonNode blobStorage(Config config) {
        var entry = new LegacyEntry("azure-blob-storage", config)
                .hostOfEndpointOr(
                        "integrations.azureBlobStorage",
                        config.optionalString("host").orElse("blob.core.windows.net"))
                .strings("accountName", "endpoint", "endpointSuffix")
                .auth("accountKey", List.of("accountKey"))
                .auth("sasToken", List.of("sasToken"))
                .auth("connectionString", List.of("connectionString"));
        if (config.has("aadCredential")) {
            var auth = entry.addAuth("aadCredential");
            List.of("clientId", "tenantId", "clientSecret")
                    .forEach(name -> auth.put(name, config.string("aadCredential." + name)));
        }
        return entry.orNoAuth();
    }
}
