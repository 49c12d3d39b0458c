// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/** Asks Microsoft Entra ID, or the machine's own identity service, for tokens. Thread-safe. */
final class EntraTokens {
    private static final String LOGIN = "https://login.microsoftonline.com";
    private static final String MACHINE = "http://169.254.169.254";
    static final String SYSTEM_ASSIGNED = "system-assigned";

    private final ScmHttpClient client;
    private final String login;
    private final String machine;

    record Token(Secret value, Instant expiresAt) {}

    EntraTokens(ScmHttpClient client) {
        this(client, LOGIN, MACHINE);
    }

    EntraTokens(ScmHttpClient client, String login, String machine) {
        this.client = client;
        this.login = login;
        this.machine = machine;
    }

    Token forClient(String tenant, String clientId, Secret secret, String resource)
            throws IOException, InterruptedException {
        return login(tenant, form(clientId, resource).with("client_secret", secret.reveal()));
    }

    Token forAssertion(String tenant, String clientId, Secret assertion, String resource)
            throws IOException, InterruptedException {
        return login(
                tenant,
                form(clientId, resource)
                        .with("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                        .with("client_assertion", assertion.reveal()));
    }

    Token forIdentity(String clientId, String resource) throws IOException, InterruptedException {
        var query = FormParameters.empty().with("api-version", "2018-02-01").with("resource", resource);
        var named = clientId.equals(SYSTEM_ASSIGNED) ? query : query.with("client_id", clientId);
        return token(ScmRequest.get(machine + "/metadata/identity/oauth2/token?" + named)
                .header("Metadata", "true")
                .withoutRedirects());
    }

    private static FormParameters form(String clientId, String resource) {
        return FormParameters.empty()
                .with("grant_type", "client_credentials")
                .with("client_id", clientId)
                .with("scope", resource + "/.default");
    }

    private Token login(String tenant, FormParameters form) throws IOException, InterruptedException {
        var url = login + "/" + UriComponents.encode(tenant) + "/oauth2/v2.0/token";
        return token(ScmRequest.post(url, form.toString()).header("Content-Type", "application/x-www-form-urlencoded"));
    }

    private Token token(ScmRequest request) throws IOException, InterruptedException {
        try (var response = client.send(request)) {
            if (!response.isOk()) {
                throw new IOException("Failed to retrieve access token, " + response.statusLine());
            }
            var data = response.json();
            var value = data.path("access_token").asString("");
            if (value.isEmpty()) {
                throw new IOException("Failed to retrieve access token");
            }
            // text from the machine's service, a number from the other
            var lifetime = Long.parseLong(data.path("expires_in").asString("0"));
            return new Token(Secret.of(value), Clock.systemUTC().instant().plusSeconds(lifetime));
        }
    }
}
