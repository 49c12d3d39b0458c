// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Who the backend is where nothing is configured: the application that {@code AZURE_TENANT_ID}, {@code AZURE_CLIENT_ID}
 * and {@code AZURE_CLIENT_SECRET} name, the workload of {@code AZURE_FEDERATED_TOKEN_FILE}, or else the machine's
 * identity. Counterpart: {@code DefaultAzureCredential}, without what asks developers' tools.
 */
record AzureEnvironment(Map<String, String> variables, EntraTokens tokens) {
    CachedToken.Source source(String resource) {
        var tenant = variable("AZURE_TENANT_ID");
        var client = variable("AZURE_CLIENT_ID");
        var secret = variable("AZURE_CLIENT_SECRET");
        var file = variable("AZURE_FEDERATED_TOKEN_FILE");
        if (tenant.isPresent() && client.isPresent() && secret.isPresent()) {
            return () -> tokens.forClient(tenant.get(), client.get(), Secret.of(secret.get()), resource);
        }
        if (tenant.isPresent() && client.isPresent() && file.isPresent()) {
            return () -> tokens.forAssertion(tenant.get(), client.get(), assertion(file.get()), resource);
        }
        return () -> tokens.forIdentity(client.orElse(EntraTokens.SYSTEM_ASSIGNED), resource);
    }

    private static Secret assertion(String file) throws IOException {
        return Secret.of(Files.readString(Path.of(file)).trim());
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }
}
