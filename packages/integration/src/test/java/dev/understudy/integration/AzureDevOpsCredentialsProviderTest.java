// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.config.ConfigReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AzureDevOpsCredentialsProviderTest {
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            requests.add(exchange.getRequestURI() + " " + form);
            var answer = "{\"access_token\": \"token" + requests.size() + "\", \"expires_in\": \"3600\"}";
            exchange.sendResponseHeaders(200, answer.length());
            exchange.getResponseBody().write(answer.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String authorization(List<Map<String, ?>> credentials, Map<String, String> environment, String url)
            throws Exception {
        var config = ConfigReader.fromData(
                Map.of("integrations", Map.of("azure", List.of(Map.of("credentials", credentials)))));
        var base = "http://127.0.0.1:" + server.getAddress().getPort();
        var provider = AzureDevOpsCredentialsProvider.create(
                ScmIntegrations.fromConfig(config), new EntraTokens(ScmHttpClient.create(), base, base), environment);
        provider.sign(ScmRequest.get(url), url);
        return provider.sign(ScmRequest.get(url), url).headers().getOrDefault("Authorization", "none");
    }

    @Test
    void prefersTheOrganizationsCredential() throws Exception {
        List<Map<String, ?>> credentials = List.of(
                Map.of("personalAccessToken", "all"),
                Map.of("personalAccessToken", "one", "organizations", List.of("org")));
        assertThat(authorization(credentials, Map.of(), "https://dev.azure.com/org/p/_git/r"))
                .isEqualTo("Basic Om9uZQ==");
        assertThat(authorization(credentials, Map.of(), "https://dev.azure.com/else/p/_git/r"))
                .isEqualTo("Basic OmFsbA==");
        assertThat(authorization(credentials, Map.of(), "https://example.com/org"))
                .isEqualTo("none");
    }

    @Test
    void signsInAsAnApplicationOnce() throws Exception {
        List<Map<String, ?>> credentials = List.of(Map.of("clientId", "c", "clientSecret", "s", "tenantId", "t"));
        assertThat(authorization(credentials, Map.of(), "https://dev.azure.com/org"))
                .isEqualTo("Bearer token1");
        assertThat(requests)
                .containsExactly("/t/oauth2/v2.0/token grant_type=client_credentials&client_id=c"
                        + "&scope=499b84ac-1321-427f-aa17-267ca6975798%2F.default&client_secret=s");
    }

    @Test
    void signsInAsTheMachine() throws Exception {
        var url = "https://dev.azure.com/org";
        assertThat(authorization(List.of(Map.of("clientId", "system-assigned")), Map.of(), url))
                .isEqualTo("Bearer token1");
        assertThat(authorization(
                        List.of(Map.of("clientId", "c", "managedIdentityClientId", "m", "tenantId", "t")),
                        Map.of(),
                        url))
                .isEqualTo("Bearer token3");
        var identity = "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=";
        assertThat(requests)
                .containsExactly(
                        identity + "499b84ac-1321-427f-aa17-267ca6975798 ",
                        identity + "api%3A%2F%2FAzureADTokenExchange&client_id=m ",
                        "/t/oauth2/v2.0/token grant_type=client_credentials&client_id=c"
                                + "&scope=499b84ac-1321-427f-aa17-267ca6975798%2F.default&client_assertion_type="
                                + "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                                + "&client_assertion=token2");
    }

    @Test
    void takesAnApplicationFromTheEnvironment() throws Exception {
        var environment = Map.of("AZURE_TENANT_ID", "t", "AZURE_CLIENT_ID", "c", "AZURE_CLIENT_SECRET", "s");
        assertThat(authorization(List.of(), environment, "https://dev.azure.com/org"))
                .isEqualTo("Bearer token1");
    }
}
