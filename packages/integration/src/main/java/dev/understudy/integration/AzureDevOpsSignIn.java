// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Uses one credential. Keeps a token until 10 minutes before it expires. Thread-safe. */
final class AzureDevOpsSignIn {
    private static final String SCOPE = "499b84ac-1321-427f-aa17-267ca6975798";
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final AzureDevOpsCredential credential;
    private final EntraTokens tokens;
    private EntraTokens.@Nullable Token cached;

    AzureDevOpsSignIn(AzureDevOpsCredential credential, EntraTokens tokens) {
        this.credential = credential;
        this.tokens = tokens;
    }

    ScmRequest sign(ScmRequest request) throws IOException, InterruptedException {
        if (credential instanceof AzureDevOpsCredential.PersonalAccessToken pat) {
            return request.basic("", pat.personalAccessToken());
        }
        return request.bearer(Optional.of(token()));
    }

    private synchronized Secret token() throws IOException, InterruptedException {
        var token = cached;
        if (token == null
                || Clock.systemUTC().instant().isAfter(token.expiresAt().minus(MARGIN))) {
            token = requested();
            cached = token;
        }
        return token.value();
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
