// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.TestCloud;
import dev.understudy.types.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AzureTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String RESOURCE = "https%3A%2F%2Fossrdbms-aad.database.windows.net";

    @TempDir
    Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private TestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = TestCloud.start();
        environment.put("AZURE_AUTHORITY_HOST", cloud.url() + "/");
        environment.put("AZURE_POD_IDENTITY_AUTHORITY_HOST", cloud.url());
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void logsInWithAClientsSecret() throws Exception {
        cloud.answer("/my tenant/oauth2/v2.0/token", token("3600"));
        var token = acquire("{\"tenantId\": \"my tenant\", \"clientId\": \"me\", \"clientSecret\": \"s&cret\"}");
        assertThat(token).isEqualTo(new DatabaseToken("the-token", NOW.plusSeconds(3300)));
        var question = cloud.questions().getFirst();
        assertThat(question.line()).isEqualTo("POST /my%20tenant/oauth2/v2.0/token");
        assertThat(question.body())
                .isEqualTo("client_id=me&client_secret=s%26cret&grant_type=client_credentials&scope=" + RESOURCE
                        + "%2F.default");
    }

    @Test
    void takesTheIdentityOfTheMachine() throws Exception {
        cloud.answer(
                "/metadata/identity/oauth2/token", "{\"access_token\":\"the-token\",\"expires_on\":\"1767229200\"}");
        var token = acquire("{\"clientId\": \"me\", \"tokenRenewableOffsetTime\": {\"minutes\": 10}}");
        assertThat(token.renewAt()).isEqualTo("2026-01-01T00:50:00Z");
        var question = cloud.questions().getFirst();
        assertThat(question.line())
                .isEqualTo(
                        "GET /metadata/identity/oauth2/token?api-version=2018-02-01&client_id=me&resource=" + RESOURCE);
        assertThat(question.headers()).containsEntry("Metadata", "true");
    }

    @Test
    void takesTheIdentityOfAnAppService() throws Exception {
        environment.put("IDENTITY_ENDPOINT", cloud.url() + "/msi");
        environment.put("IDENTITY_HEADER", "proof");
        cloud.answer("/msi", "{\"access_token\":\"the-token\",\"expires_on\":\"1767229200\"}");
        assertThat(acquire("{}").password()).isEqualTo("the-token");
        var question = cloud.questions().getFirst();
        assertThat(question.line()).isEqualTo("GET /msi?api-version=2019-08-01&resource=" + RESOURCE);
        assertThat(question.headers()).containsEntry("X-identity-header", "proof");
    }

    @Test
    void takesTheIdentityOfAWorkload() throws Exception {
        var file = Files.writeString(directory.resolve("token"), "assertion\n");
        environment.put("AZURE_FEDERATED_TOKEN_FILE", file.toString());
        environment.put("AZURE_TENANT_ID", "t");
        environment.put("AZURE_CLIENT_ID", "me");
        cloud.answer("/t/oauth2/v2.0/token", token("\"3600\""));
        assertThat(acquire("{}").password()).isEqualTo("the-token");
        assertThat(cloud.questions().getFirst().body())
                .startsWith("client_assertion=assertion&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3A"
                        + "client-assertion-type%3Ajwt-bearer&client_id=me&grant_type=client_credentials&scope=");
    }

    @Test
    void saysWhereItFailedWithoutRepeatingTheAnswer() {
        assertThatThrownBy(() -> acquire("{}"))
                .hasMessage("Failed to acquire Azure access token for database authentication, " + cloud.url()
                        + "/metadata/identity/oauth2/token answered with status 400");
        cloud.answer("/metadata/identity/oauth2/token", "<html>");
        assertThatThrownBy(() -> acquire("{}"))
                .hasMessage("Failed to acquire Azure access token for database authentication, No JSON came back from "
                        + cloud.url() + "/metadata/identity/oauth2/token");
        cloud.answer("/metadata/identity/oauth2/token", "{\"access_token\":\"x\",\"expires_on\":\"soon\"}");
        assertThatThrownBy(() -> acquire("{}"))
                .hasMessage("Failed to acquire Azure access token for database authentication, The answer does not say"
                        + " when the token expires");
    }

    private DatabaseToken acquire(String credential) throws IOException, InterruptedException {
        return AzureTokens.of(Json.mapper().readTree(credential), environment, () -> NOW)
                .acquire();
    }

    private static String token(String expiresIn) {
        return "{\"access_token\":\"the-token\",\"expires_in\":" + expiresIn + "}";
    }
}
