// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signs requests to Azure DevOps: with the credential of the organization, else with that of the host. Thread-safe.
 * Backstage counterpart: {@code DefaultAzureDevOpsCredentialsProvider}. Without any credential for dev.azure.com, the
 * application named by {@code AZURE_TENANT_ID}, {@code AZURE_CLIENT_ID} and {@code AZURE_CLIENT_SECRET} is used, or none.
 */
public final class AzureDevOpsCredentialsProvider {
    private final Map<String, AzureDevOpsSignIn> signIns;

    AzureDevOpsCredentialsProvider(Map<String, AzureDevOpsSignIn> signIns) {
        this.signIns = Map.copyOf(signIns);
    }

    /** For all hosts. */
    public static AzureDevOpsCredentialsProvider fromIntegrations(ScmHttpClient client, ScmIntegrations integrations) {
        return create(integrations, new EntraTokens(client), System.getenv());
    }

    static AzureDevOpsCredentialsProvider create(
            ScmIntegrations integrations, EntraTokens tokens, Map<String, String> environment) {
        var signIns = new LinkedHashMap<String, AzureDevOpsSignIn>();
        for (var integration : integrations.azure().list()) {
            for (var credential : integration.config().credentials().orElse(List.of())) {
                var signIn = new AzureDevOpsSignIn(credential, tokens);
                for (var key : keys(integration.host(), credential)) {
                    signIns.putIfAbsent(key, signIn);
                }
            }
        }
        fromEnvironment(environment)
                .ifPresent(credential ->
                        signIns.putIfAbsent(AzureIntegrationConfig.HOST, new AzureDevOpsSignIn(credential, tokens)));
        return new AzureDevOpsCredentialsProvider(signIns);
    }

    private static List<String> keys(String host, AzureDevOpsCredential credential) {
        var organizations = credential.organizations().orElse(List.of());
        return organizations.isEmpty()
                ? List.of(host)
                : organizations.stream()
                        .map(organization -> host + "/" + organization)
                        .toList();
    }

    private static Optional<AzureDevOpsCredential> fromEnvironment(Map<String, String> environment) {
        var tenant = Optional.ofNullable(environment.get("AZURE_TENANT_ID"));
        var client = Optional.ofNullable(environment.get("AZURE_CLIENT_ID"));
        var secret = Optional.ofNullable(environment.get("AZURE_CLIENT_SECRET"));
        return tenant.isPresent() && client.isPresent() && secret.isPresent()
                ? Optional.of(new AzureDevOpsCredential.ClientSecret(
                        Optional.empty(), client.get(), Secret.of(secret.get()), tenant.get()))
                : Optional.empty();
    }

    /** The request with the credentials for a URL, if there are any. */
    public ScmRequest sign(ScmRequest request, String url) throws IOException, InterruptedException {
        var signIn = signIn(WebUrl.parse(url));
        return signIn.isPresent() ? signIn.get().sign(request) : request;
    }

    private Optional<AzureDevOpsSignIn> signIn(WebUrl url) {
        var parts = List.of(url.pathname().split("/", -1)).stream()
                .filter(part -> !part.isEmpty())
                .toList();
        var server = !url.host().equals(AzureIntegrationConfig.HOST) && !parts.isEmpty();
        var index = server && parts.getFirst().equals("tfs") ? 1 : 0;
        var organization = index < parts.size()
                ? Optional.ofNullable(signIns.get(url.host() + "/" + parts.get(index)))
                : Optional.<AzureDevOpsSignIn>empty();
        return organization.or(() -> Optional.ofNullable(signIns.get(url.host())));
    }
}
