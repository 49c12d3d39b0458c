// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.util.Optional;

/** Uses one credential. Thread-safe. */
final class AzureDevOpsSignIn {
    private static final String SCOPE = "499b84ac-1321-427f-aa17-267ca6975798";

    private final AzureDevOpsCredential credential;
    private final EntraTokens tokens;
    private final CachedToken token = new CachedToken(this::requested);

    AzureDevOpsSignIn(AzureDevOpsCredential credential, EntraTokens tokens) {
        this.credential = credential;
        this.tokens = tokens;
    }

    ScmRequest sign(ScmRequest request) throws IOException, InterruptedException {
        if (credential instanceof AzureDevOpsCredential.PersonalAccessToken pat) {
            return request.basic("", pat.personalAccessToken());
        }
        return request.bearer(Optional.of(token.get()));
    }

    private EntraTokens.Token requested() throws IOException, InterruptedException {
        return switch (credential) {
            case AzureDevOpsCredential.ClientSecret app ->
                tokens.forClient(app.tenantId(), app.clientId(), app.clientSecret(), SCOPE);
            case AzureDevOpsCredential.ManagedIdentity identity -> tokens.forIdentity(identity.clientId(), SCOPE);
            case AzureDevOpsCredential.ManagedIdentityClientAssertion app -> {
                var assertion = tokens.forIdentity(app.managedIdentityClientId(), "api://AzureADTokenExchange");
                yield tokens.forAssertion(app.tenantId(), app.clientId(), assertion.value(), SCOPE);
            }
            case AzureDevOpsCredential.PersonalAccessToken _ -> throw new IllegalStateException("needs no token");
        };
    }
}
