// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httpauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.internal.InternalCredentials;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.HttpAuthService.Allow;
import dev.understudy.backend.plugin.api.testing.MockRequest;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.errors.NotAllowedException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class DefaultHttpAuthServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final CountingAuth auth = new CountingAuth();

    @Test
    void takesTheTokenOfTheHeaderOncePerRequest() {
        var request = MockRequest.get("/").withHeader("authorization", "bEARER   service");
        var httpAuth = httpAuth("https://backstage.example");
        assertThat(httpAuth.credentials(request)).hasToString("backstageCredentials{servicePrincipal{service}}");
        assertThat(httpAuth.credentials(request, Allow.SERVICE)).isSameAs(httpAuth.credentials(request));
        assertThat(auth.calls).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic abc", "Bearer", "Bearer ", "Bearer a b", "Bearera", "token", " Bearer a"})
    void ignoresOtherHeaders(String header) {
        var request = MockRequest.get("/").withHeader("Authorization", header);
        var httpAuth = httpAuth("https://backstage.example");
        assertThat(httpAuth.credentials(request)).hasToString("backstageCredentials{nonePrincipal}");
        assertThatThrownBy(() -> httpAuth.credentials(request, Allow.USER, Allow.SERVICE))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("Missing credentials");
        assertThat(httpAuth.credentials(request, Allow.NONE)).hasToString("backstageCredentials{nonePrincipal}");
    }

    @Test
    void refusesPrincipalsOfOtherKinds() {
        var httpAuth = httpAuth("https://backstage.example");
        var service = MockRequest.get("/").withHeader("Authorization", "Bearer service");
        assertThatThrownBy(() -> httpAuth.credentials(service, Allow.USER))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("This endpoint does not allow 'service' credentials");
        var user = MockRequest.get("/").withHeader("Authorization", "Bearer user:1");
        assertThatThrownBy(() -> httpAuth.credentials(user, Allow.SERVICE, Allow.NONE))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("This endpoint does not allow 'user' credentials");
    }

    @Test
    void takesTheCookieOnlyWhereItIsWelcome() {
        var httpAuth = httpAuth("https://backstage.example");
        var request = MockRequest.get("/").withHeader("Cookie", "a=b; backstage-auth=user:60");
        assertThat(httpAuth.credentials(request)).hasToString("backstageCredentials{nonePrincipal}");
        assertThat(httpAuth.limitedCredentials(request)).hasToString("backstageCredentials{userPrincipal{user:60}}");
        assertThat(httpAuth.limitedCredentials(MockRequest.get("/")
                        .withHeader("Cookie", "backstage-auth=user:60")
                        .withHeader("Authorization", "Bearer service")))
                .hasToString("backstageCredentials{servicePrincipal{service}}");
    }

    @Test
    void givesBrowsersACookie() {
        var request = MockRequest.get("/").withHeader("Authorization", "Bearer user:60");
        var cookie = httpAuth("https://backstage.example:8443").issueUserCookie(request);
        assertThat(cookie.expiresAt()).isEqualTo(NOW.plusSeconds(3600));
        assertThat(cookie.setCookie())
                .isEqualTo("backstage-auth=limited-user:60; Domain=backstage.example; Path=/; Expires=Sun, 22 Nov 2026"
                        + " 13:00:00 GMT; HttpOnly; Secure; Priority=High; SameSite=None");
        assertThat(httpAuth("http://localhost:7007").issueUserCookie(request).setCookie())
                .contains("Domain=localhost;")
                .endsWith("; HttpOnly; Secure; Priority=High; SameSite=None");
        assertThat(httpAuth("http://backstage.example").issueUserCookie(request).setCookie())
                .endsWith("; HttpOnly; Priority=High; SameSite=Lax");
    }

    @Test
    void takesTheCookieAwayAgain() {
        assertThat(httpAuth("http://localhost:7007").clearUserCookie(MockRequest.get("/")))
                .isEqualTo("backstage-auth=; Domain=localhost; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly;"
                        + " Secure; Priority=High; SameSite=None");
    }

    @Test
    void renewsACookieOnlyShortlyBeforeItEnds() {
        var httpAuth = httpAuth("https://backstage.example");
        var fresh = httpAuth.issueUserCookie(request("user:60", "user:10"));
        assertThat(fresh.setCookie()).isEmpty();
        assertThat(fresh.expiresAt()).isEqualTo(NOW.plusSeconds(600));
        assertThat(httpAuth.issueUserCookie(request("user:60", "user:5")).setCookie())
                .startsWith("backstage-auth=limited-user:60;");
        assertThat(httpAuth.issueUserCookie(request("user:60", "bad")).setCookie())
                .startsWith("backstage-auth=limited-user:60;");
    }

    @Test
    void givesServicesNoCookie() {
        assertThatThrownBy(() -> httpAuth("https://backstage.example").issueUserCookie(request("service", "")))
                .hasMessage("This endpoint does not allow 'service' credentials");
    }

    private static MockRequest request(String bearer, String cookie) {
        return MockRequest.get("/")
                .withHeader("Authorization", "Bearer " + bearer)
                .withHeader("Cookie", "backstage-auth=" + cookie);
    }

    private DefaultHttpAuthService httpAuth(String baseUrl) {
        return new DefaultHttpAuthService(auth, new OneHost(baseUrl), "app", Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private record OneHost(String url) implements DiscoveryService {
        @Override
        public String baseUrl(String pluginId) {
            return url + "/api/" + pluginId;
        }

        @Override
        public String externalBaseUrl(String pluginId) {
            return baseUrl(pluginId);
        }
    }

    /** Knows {@code service}, and {@code user:<minutes of life>}. */
    private static final class CountingAuth implements AuthService {
        private int calls;

        @Override
        public BackstageCredentials authenticate(String token) {
            calls++;
            if (token.equals("bad")) {
                throw new AuthenticationException("Illegal token");
            }
            return token.equals("service")
                    ? InternalCredentials.ofService(token)
                    : InternalCredentials.ofUser(token, Optional.empty(), token, expiry(token));
        }

        private static Instant expiry(String token) {
            return NOW.plusSeconds(60 * Long.parseLong(token.substring(token.indexOf(':') + 1)));
        }

        @Override
        public BackstageCredentials authenticateLimited(String token) {
            return authenticate(token);
        }

        @Override
        public BackstageCredentials noneCredentials() {
            return InternalCredentials.none();
        }

        @Override
        public BackstageCredentials ownServiceCredentials() {
            return InternalCredentials.ofService("plugin:app");
        }

        @Override
        public String pluginRequestToken(BackstageCredentials onBehalfOf, String targetPluginId) {
            return "";
        }

        @Override
        public LimitedUserToken limitedUserToken(BackstageCredentials credentials) {
            var token = InternalCredentials.of(credentials).token().orElseThrow();
            return new LimitedUserToken("limited-" + token, expiry(token));
        }

        @Override
        public List<JsonNode> listPublicServiceKeys() {
            return List.of();
        }
    }
}
