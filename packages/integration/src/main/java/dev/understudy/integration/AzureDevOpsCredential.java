// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;

/** How to sign in to Azure DevOps. Backstage counterpart: {@code AzureDevOpsCredential}. */
public sealed interface AzureDevOpsCredential {
    /** The organizations this is for; all that have none of their own, if empty. */
    Optional<List<String>> organizations();

    /** A personal access token. */
    record PersonalAccessToken(Optional<List<String>> organizations, Secret personalAccessToken)
            implements AzureDevOpsCredential {}

    /** An application known to Microsoft Entra ID. */
    record ClientSecret(Optional<List<String>> organizations, String clientId, Secret clientSecret, String tenantId)
            implements AzureDevOpsCredential {}

    /** The identity of the machine; {@code system-assigned} for the one it was given. */
    record ManagedIdentity(Optional<List<String>> organizations, String clientId) implements AzureDevOpsCredential {}

    /** The identity of the machine, standing in for an application. */
    record ManagedIdentityClientAssertion(
            Optional<List<String>> organizations, String clientId, String managedIdentityClientId, String tenantId)
            implements AzureDevOpsCredential {}

    /** What the configuration says; empty if that is no way to sign in. */
    static Optional<AzureDevOpsCredential> read(Config config) {
        var organizations = config.optionalStringArray("organizations");
        var token = text(config, "personalAccessToken");
        var tenant = text(config, "tenantId");
        var client = text(config, "clientId");
        var secret = text(config, "clientSecret");
        var identity = text(config, "managedIdentityClientId");
        var given = (token.isPresent() ? "token " : "")
                + (client.isPresent() ? "client " : "")
                + (secret.isPresent() ? "secret " : "")
                + (tenant.isPresent() ? "tenant " : "")
                + (identity.isPresent() ? "identity " : "");
        return switch (given) {
            case "client secret tenant " ->
                Optional.of(new ClientSecret(
                        organizations, client.orElseThrow(), Secret.of(secret.orElseThrow()), tenant.orElseThrow()));
            case "client " -> Optional.of(new ManagedIdentity(organizations, client.orElseThrow()));
            case "client tenant identity " ->
                Optional.of(new ManagedIdentityClientAssertion(
                        organizations, client.orElseThrow(), identity.orElseThrow(), tenant.orElseThrow()));
            case "token " -> Optional.of(new PersonalAccessToken(organizations, Secret.of(token.orElseThrow())));
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(Config config, String key) {
        return config.optionalString(key).map(String::trim);
    }
}
