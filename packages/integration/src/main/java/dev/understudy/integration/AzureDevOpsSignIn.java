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
        if (credential instanceof AzureDevOpsCredential.PersonalAccessToken(_, var token)) {
            return request.basic("", token);
        }
        return request.bearer(Optional.of(token()));
    }

    private synchronized Secret token() throws IOException, InterruptedException {
        var token = cached;
        if (token == null || Clock.systemUTC().instant().isAfter(token.expiresAt().minus(MARGIN))) {
            token = requested();
            cached = token;
        }
        return token.value();
    }

    private EntraTokens.Token requested() throws IOException, InterruptedException {
        return switch (credential) {
            case AzureDevOpsCredential.ClientSecret(_, var client, var secret, var tenant) ->
                tokens.forClient(tenant, client, secret, SCOPE);
            case AzureDevOpsCredential.ManagedIdentity(_, var client) -> tokens.forIdentity(client, SCOPE);
            case AzureDevOpsCredential.ManagedIdentityClientAssertion(_, var client, var identity, var tenant) ->
                tokens.forAssertion(
                        tenant,
                        client,
                        tokens.forIdentity(identity, "api://AzureADTokenExchange").value(),
                        SCOPE);
            case AzureDevOpsCredential.PersonalAccessToken _ -> throw new IllegalStateException("needs no token");
        };
    }
}
