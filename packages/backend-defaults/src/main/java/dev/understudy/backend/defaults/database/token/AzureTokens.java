// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import dev.understudy.config.ConfigReader;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Tokens of Microsoft Entra ID for Azure's databases: with a client's secret, with the identity that Kubernetes gives a
 * workload, or with the machine's own. The environment's variables are those of Azure's libraries.
 */
public final class AzureTokens implements TokenSource {
    private static final String RESOURCE = "https://ossrdbms-aad.database.windows.net";
    private static final Duration DEFAULT_OFFSET = Duration.ofMinutes(5);

    private final Optional<String> tenantId;
    private final Optional<String> clientId;
    private final Optional<String> clientSecret;
    private final Duration offset;
    private final Map<String, String> environment;
    private final InstantSource clock;

    private AzureTokens(JsonNode credential, Map<String, String> environment, InstantSource clock) {
        var isForMachine = text(credential, "clientId").isPresent()
                && (text(credential, "tenantId").isEmpty()
                        || text(credential, "clientSecret").isEmpty());
        var isComplete = text(credential, "clientId").isPresent() && !isForMachine;
        this.clientId = text(credential, "clientId").or(() -> variable(environment, "AZURE_CLIENT_ID"));
        this.tenantId = isComplete ? text(credential, "tenantId") : variable(environment, "AZURE_TENANT_ID");
        this.clientSecret = isComplete
                ? text(credential, "clientSecret")
                : variable(environment, "AZURE_CLIENT_SECRET").filter(_ -> !isForMachine);
        this.offset = credential.has("tokenRenewableOffsetTime")
                ? ConfigReader.fromData(credential).duration("tokenRenewableOffsetTime")
                : DEFAULT_OFFSET;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * @param credential {@code connection.tokenCredential}
     */
    public static AzureTokens of(JsonNode credential, Map<String, String> environment, InstantSource clock) {
        return new AzureTokens(credential, environment, clock);
    }

    @Override
    public DatabaseToken acquire() throws IOException, InterruptedException {
        try {
            var answer = TokenHttp.json(request());
            var token = answer.path("access_token").asString("");
            if (token.isEmpty()) {
                throw new IOException("The answer has no access_token");
            }
            return new DatabaseToken(token, expiry(answer).minus(offset));
        } catch (IOException failure) {
            throw new IOException(
                    "Failed to acquire Azure access token for database authentication, " + failure.getMessage(),
                    failure);
        }
    }

    private HttpRequest.Builder request() throws IOException {
        if (clientId.isPresent() && tenantId.isPresent() && clientSecret.isPresent()) {
            return login(Map.of("client_secret", clientSecret.get()));
        }
        var assertion = variable(environment, "AZURE_FEDERATED_TOKEN_FILE");
        if (clientId.isPresent() && tenantId.isPresent() && assertion.isPresent()) {
            return login(Map.of(
                    "client_assertion_type",
                    "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                    "client_assertion",
                    Files.readString(Path.of(assertion.get())).strip()));
        }
        return ownIdentity();
    }

    private HttpRequest.Builder login(Map<String, String> proof) {
        var form = new TreeMap<>(proof);
        form.put("grant_type", "client_credentials");
        form.put("client_id", clientId.orElseThrow());
        form.put("scope", RESOURCE + "/.default");
        var host = variable(environment, "AZURE_AUTHORITY_HOST").orElse("https://login.microsoftonline.com");
        var tenant = TokenHttp.encode(tenantId.orElseThrow());
        return TokenHttp.post(host.replaceFirst("/+$", "") + "/" + tenant + "/oauth2/v2.0/token", form);
    }

    private HttpRequest.Builder ownIdentity() {
        var query = new TreeMap<String, String>();
        query.put("resource", RESOURCE);
        clientId.ifPresent(id -> query.put("client_id", id));
        var appService = variable(environment, "IDENTITY_ENDPOINT");
        var header = variable(environment, "IDENTITY_HEADER");
        if (appService.isPresent() && header.isPresent()) {
            query.put("api-version", "2019-08-01");
            return TokenHttp.get(appService.get() + "?" + TokenHttp.encode(query))
                    .header("X-IDENTITY-HEADER", header.get());
        }
        query.put("api-version", "2018-02-01");
        var machine = variable(environment, "AZURE_POD_IDENTITY_AUTHORITY_HOST").orElse("http://169.254.169.254");
        return TokenHttp.get(machine + "/metadata/identity/oauth2/token?" + TokenHttp.encode(query))
                .header("Metadata", "true");
    }

    // the machine's services give text, and a date; the login gives a number, and a duration
    private Instant expiry(JsonNode answer) throws IOException {
        try {
            return answer.has("expires_on")
                    ? Instant.ofEpochSecond(
                            Long.parseLong(answer.get("expires_on").asString("")))
                    : clock.instant()
                            .plusSeconds(
                                    Long.parseLong(answer.path("expires_in").asString("")));
        } catch (NumberFormatException malformed) {
            throw new IOException("The answer does not say when the token expires", malformed);
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.of(node.path(name).asString("")).filter(text -> !text.isEmpty());
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
    }
}
