// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.config.ConfigException;
import dev.understudy.types.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GithubAppsTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final KeyPair KEY = makeKey();

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = clockOf(now);
    private HttpServer server;

    private static Clock clockOf(AtomicReference<Instant> time) {
        InstantSource source = time::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private static KeyPair makeKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(request);
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            var answer =
                    answers.getOrDefault(request, "404 {\"message\": \"Not Found\", \"documentation_url\": \"docs\"}");
            var body = answer.substring(4).getBytes(UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        answers.put(
                "GET /app/installations?per_page=100",
                "200 [{\"id\": 1, \"account\": {\"login\": \"Org\"}},"
                        + " {\"id\": 2, \"account\": {\"login\": \"asleep\"}, \"suspended_by\": {\"id\": 3}}]");
        answerToken("all", "2026-11-22T13:00:00Z", "one");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answerToken(String selection, String expiry, String token) {
        answers.put(
                "POST /app/installations/1/access_tokens",
                "201 {\"token\": \"" + token + "\", \"expires_at\": \"" + expiry + "\", \"repository_selection\": \""
                        + selection + "\"}");
    }

    private SingleInstanceGithubCredentialsProvider provider(
            String key, Optional<List<String>> owners, boolean publicAccess) {
        var app = new GithubAppConfig(
                7, Secret.of(key), Optional.empty(), "c", Secret.of("s"), owners, Optional.of(publicAccess));
        var config = new GithubIntegrationConfig(
                "github.com",
                Optional.of("http://127.0.0.1:" + server.getAddress().getPort()),
                Optional.empty(),
                Optional.of(Secret.of("fallback")),
                List.of(app));
        return SingleInstanceGithubCredentialsProvider.create(ScmHttpClient.create(), config, clock);
    }

    private SingleInstanceGithubCredentialsProvider provider() {
        return provider(pem("PRIVATE KEY", KEY.getPrivate().getEncoded()), Optional.empty(), false);
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    private static String token(GithubCredentialsProvider provider, String url) throws Exception {
        var credentials = provider.credentials(url);
        return credentials.type() + " " + credentials.token().orElseThrow().reveal();
    }

    @Test
    void usesTheTokenOfTheInstallationUntilTenMinutesBeforeItExpires() throws Exception {
        var provider = provider();
        assertThat(token(provider, "https://github.com/org/repo")).isEqualTo("APP one");
        assertThat(token(provider, "https://github.com/org/other")).isEqualTo("APP one");
        assertThat(requests).hasSize(2);
        answerToken("all", "2026-11-22T14:00:00Z", "two");
        now.set(START.plus(Duration.ofMinutes(49)));
        assertThat(token(provider, "https://github.com/org/repo")).isEqualTo("APP one");
        now.set(START.plus(Duration.ofMinutes(50)));
        assertThat(token(provider, "https://github.com/org/repo")).isEqualTo("APP two");
    }

    @Test
    void authenticatesAsTheAppWithATokenOfItsOwn() throws Exception {
        provider().credentials("https://github.com/org/repo");
        var parts = authorizations.getFirst().substring("Bearer ".length()).split("\\.", -1);
        var claims = Json.parse(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
        assertThat(claims.get("iss").asInt()).isEqualTo(7);
        assertThat(claims.get("iat").asLong()).isEqualTo(START.getEpochSecond() - 30);
        assertThat(claims.get("exp").asLong()).isEqualTo(START.getEpochSecond() + 570);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KEY.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void readsKeysAsGithubHandsThemOut() throws Exception {
        var pkcs8 = KEY.getPrivate().getEncoded();
        // what follows the 26 bytes of PKCS #8's own is PKCS #1
        var pkcs1 = pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
        var provider = provider(pkcs1.replace("\n", "\\n"), Optional.empty(), false);
        assertThat(token(provider, "https://github.com/org/repo")).isEqualTo("APP one");
        assertThatThrownBy(
                        () -> provider("nonsense", Optional.empty(), false).credentials("https://github.com/org/repo"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("The private key of GitHub app 7 is not an RSA key in PEM format");
    }

    @Test
    void fallsBackToTheConfiguredToken() throws Exception {
        assertThat(token(provider(), "https://github.com/stranger/repo")).isEqualTo("TOKEN fallback");
        var choosy = provider("unused", Optional.of(List.of("Friend")), false);
        assertThat(token(choosy, "https://github.com/org/repo")).isEqualTo("TOKEN fallback");
    }

    @Test
    void asksForInstallationsAgainAfterAMinuteAtMost() throws Exception {
        var provider = provider();
        assertThat(token(provider, "https://github.com/new/repo")).isEqualTo("TOKEN fallback");
        now.set(START.plusSeconds(59));
        assertThat(token(provider, "https://github.com/new/repo")).isEqualTo("TOKEN fallback");
        assertThat(requests).hasSize(1);
        now.set(START.plusSeconds(60));
        answers.put("GET /app/installations?per_page=100", "200 [{\"id\": 1, \"account\": {\"login\": \"new\"}}]");
        assertThat(token(provider, "https://github.com/new/repo")).isEqualTo("APP one");
    }

    @Test
    void saysWhatIsWrongWithAnInstallation() {
        assertThatThrownBy(() -> provider().credentials("https://github.com/asleep/repo"))
                .hasMessage("The GitHub application for asleep is suspended");
        answers.put("GET /installation/repositories?per_page=100", "200 {\"repositories\": [{\"name\": \"mine\"}]}");
        answerToken("selected", "2026-11-22T13:00:00Z", "one");
        assertThatThrownBy(() -> provider().credentials("https://github.com/org/repo"))
                .hasMessage("The Backstage GitHub application used in the org organization does not have access to a"
                        + " repository with the name repo");
        answers.remove("POST /app/installations/1/access_tokens");
        assertThatThrownBy(() -> provider().credentials("https://github.com/org/repo"))
                .isInstanceOf(IOException.class)
                .hasMessage("Not Found - docs");
    }

    @Test
    void readsAsAnyInstallationWhereItIsPublic() throws Exception {
        var provider = provider(pem("PRIVATE KEY", KEY.getPrivate().getEncoded()), Optional.empty(), true);
        assertThat(token(provider, "https://github.com/stranger/repo")).isEqualTo("APP one");
    }

    @Test
    void knowsNoOtherHosts() {
        var integrations = ScmIntegrations.fromConfig(dev.understudy.config.ConfigReader.empty());
        assertThatThrownBy(() -> DefaultGithubCredentialsProvider.fromIntegrations(integrations)
                        .credentials("https://example.com/o/r"))
                .hasMessage("There is no GitHub integration that matches https://example.com/o/r."
                        + " Please add a configuration for an integration.");
    }
}
