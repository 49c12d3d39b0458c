// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.errors.NotAllowedException;
import dev.understudy.types.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class DefaultAuthServiceTest {
    private static final String RESTRICTED = """
            {"externalAccess": [{"type": "static", "options": {"token": "long-enough", "subject": "ci"},
             "accessRestrictions": [
               {"plugin": "search", "permission": "a, b", "permissionAttribute": {"action": ["read"]}},
               {"plugin": "catalog"}]}]}
            """;

    private final AuthFixture fixture = new AuthFixture();

    @Test
    void knowsThePluginBehindATokenOfTheReference() {
        var credentials = fixture.create().authenticate(RecordedTokens.text("plugin"));
        assertThat(credentials).hasToString("backstageCredentials{servicePrincipal{plugin:catalog}}");
        assertThat(credentials.expiresAt()).isEmpty();
    }

    @Test
    void knowsTheUserForWhomAPluginAsks() {
        var credentials = fixture.create().authenticate(RecordedTokens.text("onBehalfOf"));
        assertThat(credentials)
                .hasToString(
                        "backstageCredentials{userPrincipal{user:default/guest,actor={servicePrincipal{plugin:catalog}}}}");
    }

    @Test
    void knowsTheUserBehindATokenOfTheReference() {
        var credentials = fixture.create().authenticate(RecordedTokens.text("user"));
        assertThat(credentials).hasToString("backstageCredentials{userPrincipal{user:default/guest}}");
        assertThat(credentials.expiresAt())
                .hasValueSatisfying(expiry -> assertThat(expiry)
                        .isAfter(RecordedTokens.clock(3500).instant())
                        .isBefore(RecordedTokens.clock(3700).instant()));
    }

    @Test
    void knowsUsersOfTokensWithoutAType() {
        var auth = fixture.fetching(_ -> RecordedTokens.keys(
                        URI.create("http://localhost:7007/api/catalog/.backstage/auth/v1/jwks.json")))
                .create();
        assertThat(auth.authenticate(RecordedTokens.text("oldUser")))
                .hasToString("backstageCredentials{userPrincipal{user:default/old}}");
    }

    @Test
    void makesTheSameLimitedTokenAsTheReference() {
        var auth = fixture.create();
        var limited = auth.limitedUserToken(auth.authenticate(RecordedTokens.text("user")));
        assertThat(limited.token()).isEqualTo(RecordedTokens.text("limited"));
        assertThat(auth.authenticateLimited(limited.token()))
                .hasToString("backstageCredentials{userPrincipal{user:default/guest}}");
        assertThatThrownBy(() -> auth.authenticate(limited.token()))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("Illegal limited user token");
    }

    static Stream<String> forged() {
        return RecordedTokens.group("forged").propertyNames().stream();
    }

    @ParameterizedTest
    @MethodSource("forged")
    void refusesForgedPluginTokens(String name) {
        var auth = fixture.create();
        auth.authenticate(RecordedTokens.text("plugin"));
        var expected = name.equals("changed claims")
                ? "Received a plugin token where the source 'scaffolder' plugin unexpectedly does not have a JWKS endpoint."
                        + " The target plugin needs to be migrated to be installed in an app using the new backend system."
                : "Failed plugin token verification";
        assertThatThrownBy(() -> auth.authenticate(
                        RecordedTokens.group("forged").path(name).stringValue()))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage(expected);
    }

    static Stream<String> malformed() {
        var none = Base64.getUrlEncoder().encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        var deep = Base64.getUrlEncoder().encodeToString("[".repeat(20_000).getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "%.%.%",
                none + "." + none + ".",
                "W10.W10.W10",
                "e30.e30.e30.e30",
                "bnVsbA.bnVsbA.",
                deep + ".e30.",
                "a".repeat(100_000),
                RecordedTokens.text("plugin").replaceFirst("\\..*\\.", "..") + "x".repeat(70_000),
                "\u0000\u00ff");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNoToken(String token) {
        assertThatThrownBy(() -> fixture.create().authenticate(token))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("Illegal token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "", "{\"sub\":", "[]", "\"x\"", "null", "1"})
    void saysWhoseTokenItWasThatHasNoReadableClaims(String claims) {
        var auth = fixture.create();
        assertThatThrownBy(() -> auth.authenticate(unsigned("vnd.backstage.user", claims)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("Failed user token verification");
        assertThatThrownBy(() -> auth.authenticateLimited(unsigned("vnd.backstage.limited-user", claims)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("Failed user token verification");
        assertThatThrownBy(() -> auth.authenticate(unsigned("vnd.backstage.plugin", claims)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("Invalid plugin token: missing subject");
    }

    private static String unsigned(String type, String claims) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var header = "{\"typ\":\"" + type + "\",\"alg\":\"ES256\",\"kid\":\"x\"}";
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".%";
    }

    @Test
    void refusesPluginIdsThatLeadElsewhere() {
        assertThatThrownBy(() -> fixture.create().authenticate(RecordedTokens.text("badSubject")))
                .hasMessage("Invalid plugin token: forbidden subject format");
    }

    @Test
    void refusesAPluginTokenOnBehalfOfNoUser() {
        assertThatThrownBy(() -> fixture.create().authenticate(RecordedTokens.text("badOnBehalfOf")))
                .hasMessage("Invalid user token in plugin token obo claim");
    }

    @Test
    void refusesUserTokensWithoutTheirKey() {
        var auth = fixture.fetching(_ -> new JwksFetch.Answer(200, "{\"keys\":[]}"))
                .create();
        assertThatThrownBy(() -> auth.authenticate(RecordedTokens.text("user")))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("Failed user token verification");
        assertThat(fixture.logger.lines()).containsExactly("warn Failed to verify incoming user token");
    }

    @Test
    void believesATokenNoLongerThanItHolds() {
        assertThatThrownBy(() ->
                        fixture.at(RecordedTokens.clock(3700)).create().authenticate(RecordedTokens.text("plugin")))
                .hasMessage("Failed plugin token verification");
        assertThatThrownBy(
                        () -> fixture.at(RecordedTokens.clock(3700)).create().authenticate(RecordedTokens.text("user")))
                .hasMessage("Failed user token verification");
    }

    @Test
    void asksForKeysOnceForManyTokens() {
        var requests = new AtomicInteger();
        var auth = fixture.fetching(url -> {
                    requests.incrementAndGet();
                    return RecordedTokens.keys(url);
                })
                .create();
        for (var round = 0; round < 5; round++) {
            auth.authenticate(RecordedTokens.text("plugin"));
            auth.authenticate(RecordedTokens.text("onBehalfOf"));
        }
        assertThat(requests).hasValue(2);
    }

    @Test
    void asksForKeysOnlyTenTimesAMinuteWhateverComes() {
        var requests = new AtomicInteger();
        var auth = fixture.fetching(url -> {
                    requests.incrementAndGet();
                    return RecordedTokens.keys(url);
                })
                .create();
        for (var round = 0; round < 50; round++) {
            assertThatThrownBy(() -> auth.authenticate(RecordedTokens.group("forged")
                            .path("unknown key id")
                            .stringValue()))
                    .hasMessage("Failed plugin token verification");
        }
        assertThat(requests).hasValue(11);
    }

    @Test
    void signsTokensThatTheOtherPluginAndTheReferenceAccept() throws IOException {
        var catalog = new AuthFixture().forPlugin("catalog").create();
        var user = catalog.authenticate(RecordedTokens.text("user"));
        var tokens = List.of(
                catalog.pluginRequestToken(catalog.ownServiceCredentials(), "search"),
                catalog.pluginRequestToken(user, "search"));
        var published = Json.mapper().createObjectNode();
        published.set("keys", Json.mapper().valueToTree(catalog.listPublicServiceKeys()));
        var search = fixture.fetching(url -> url.getPath().startsWith("/api/catalog/")
                        ? new JwksFetch.Answer(200, published.toString())
                        : RecordedTokens.keys(url))
                .create();
        write(Json.mapper()
                .createObjectNode()
                .set("jwks", published)
                .set("tokens", Json.mapper().valueToTree(tokens)));
        assertThat(search.authenticate(tokens.get(0)))
                .hasToString("backstageCredentials{servicePrincipal{plugin:catalog}}");
        assertThat(search.authenticate(tokens.get(1)))
                .hasToString(
                        "backstageCredentials{userPrincipal{user:default/guest,actor={servicePrincipal{plugin:catalog}}}}");
        assertThat(catalog.pluginRequestToken(user, "search")).isEqualTo(tokens.get(1));
    }

    @Test
    void writesTheSameHeaderAndClaimsAsTheReference() throws JwtException {
        var catalog = new AuthFixture().forPlugin("catalog").create();
        var user = catalog.authenticate(RecordedTokens.text("user"));
        var ours = Jwt.parse(catalog.pluginRequestToken(user, "search"));
        var theirs = Jwt.parse(RecordedTokens.text("onBehalfOf"));
        assertThat(ours.header().propertyNames())
                .containsExactlyElementsOf(theirs.header().propertyNames());
        assertThat(ours.claims().propertyNames())
                .containsExactlyElementsOf(theirs.claims().propertyNames());
        assertThat(ours.claims().path("obo")).isEqualTo(theirs.claims().path("obo"));
        assertThat(ours.claims().path("exp").longValue())
                .isEqualTo(user.expiresAt().map(Instant::getEpochSecond).orElseThrow());
    }

    @Test
    void makesNoTokensForNobody() {
        var auth = fixture.create();
        assertThatThrownBy(() -> auth.pluginRequestToken(auth.noneCredentials(), "catalog"))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("Refused to issue service token for credential type 'none'");
        var open = new AuthFixture()
                .configured("{\"dangerouslyDisableDefaultAuthPolicy\": true}")
                .create();
        assertThat(open.pluginRequestToken(open.noneCredentials(), "catalog")).isEmpty();
    }

    @Test
    void refusesCredentialsThatOthersMade() {
        assertThatThrownBy(() -> fixture.create().pluginRequestToken(new ForeignCredentials(), "catalog"))
                .hasMessage("Invalid credential type");
    }

    @Test
    void keepsExternalTokensWithinTheirRestrictions() {
        var auth = fixture.configured(RESTRICTED).create();
        var credentials = auth.authenticate("long-enough");
        assertThat(credentials.toString())
                .isEqualTo("backstageCredentials{servicePrincipal{ci,accessRestrictions="
                        + "hCi4o988rNwGtUmCcuxRObWwtF2il+fvJvOg7+lbODw}}");
        assertThatThrownBy(() -> auth.pluginRequestToken(credentials, "auth"))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("Access to target plugin 'auth' is not included in token's access restrictions");
        assertThatThrownBy(() -> auth.pluginRequestToken(credentials, "search"))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("Access to target plugin 'search' is restricted and cannot be delegated");
        assertThat(auth.pluginRequestToken(credentials, "catalog")).isNotEmpty();
        assertThatThrownBy(() -> new AuthFixture()
                        .configured(RESTRICTED)
                        .forPlugin("auth")
                        .create()
                        .authenticate("long-enough"))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("This token's access is restricted to plugin(s) 'search', 'catalog'");
    }

    private record ForeignCredentials() implements BackstageCredentials {
        @Override
        public BackstagePrincipal principal() {
            return new BackstagePrincipal.None();
        }

        @Override
        public Optional<Instant> expiresAt() {
            return Optional.empty();
        }
    }

    /** For {@code conformance/tokens/verify.mjs}; to make tokens that still hold, run it within the hour. */
    private static void write(JsonNode value) throws IOException {
        Files.writeString(Path.of("target", "tokens.json"), value.toString());
    }
}
