// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.AccessRestrictions;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.HttpAuthService.Allow;
import dev.understudy.backend.plugin.api.testing.MockRequest;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.errors.NotAllowedException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class MockCredentialsTest {
    private static Stream<BackstageCredentials> all() {
        var restrictions = new AccessRestrictions(Set.of("catalog.entity.read"), Set.of("read"));
        return Stream.of(
                MockCredentials.none(),
                MockCredentials.user(),
                MockCredentials.user("user:default/jo"),
                MockCredentials.user("user:default/jo", "plugin:search"),
                MockCredentials.service(),
                MockCredentials.service("plugin:catalog"),
                MockCredentials.service("external:ci", restrictions));
    }

    @ParameterizedTest
    @MethodSource("all")
    void areWhatTheirTokensStandFor(BackstageCredentials credentials) {
        var token = MockCredentials.token(credentials);

        assertThat(MockServices.auth("test").authenticate(token)).isEqualTo(credentials);
        assertThat(MockServices.httpAuth("test")
                        .credentials(
                                MockRequest.get("/").withHeader("Authorization", MockCredentials.header(credentials))))
                .isEqualTo(credentials);
        assertThat(MockCredentials.header(credentials)).isEqualTo("Bearer " + token);
    }

    @Test
    void haveTheTokensOfBackstage() {
        assertThat(all().limit(6).map(MockCredentials::token))
                .containsExactly(
                        "mock-none-token",
                        "mock-user-token:{\"sub\":\"user:default/mock\"}",
                        "mock-user-token:{\"sub\":\"user:default/jo\"}",
                        "mock-user-token:{\"sub\":\"user:default/jo\",\"actor\":{\"subject\":\"plugin:search\"}}",
                        "mock-service-token:{\"sub\":\"external:test-service\"}",
                        "mock-service-token:{\"sub\":\"plugin:catalog\"}");
        assertThat(MockServices.auth("test").authenticate("mock-user-token")).isEqualTo(MockCredentials.user());
        assertThat(MockServices.auth("test").authenticate("mock-service-token")).isEqualTo(MockCredentials.service());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mock-invalid-user-token | User token is invalid",
                "mock-invalid-limited-user-token | Limited user token is invalid",
                "mock-invalid-service-token | Service token is invalid",
                "'' | Token is empty",
                "mock-limited-user-token:{} | Limited user token is not allowed",
                "mock-user-token:{ | Unknown mock token 'mock-user-token:{'",
                "other | Unknown mock token 'other'",
            })
    void refusesOtherTokens(String token, String message) {
        assertThatThrownBy(() -> MockServices.auth("test").authenticate(token))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void forwardsUsersToOnePluginOnly() {
        var token = MockServices.auth("search").pluginRequestToken(MockCredentials.user(), "catalog");

        assertThat(MockServices.auth("catalog").authenticate(token))
                .isEqualTo(MockCredentials.user("user:default/mock", "plugin:search"));
        assertThatThrownBy(() -> MockServices.auth("todo").authenticate(token))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("Invalid mock token target plugin ID, got 'catalog' but expected 'todo'");
        assertThatThrownBy(() -> MockServices.auth("search").pluginRequestToken(MockCredentials.none(), "catalog"))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("Refused to issue service token for credential type 'none'");
    }

    @Test
    void limitsUserCookies() {
        var auth = MockServices.auth("test");
        var limited = auth.limitedUserToken(MockCredentials.user("user:default/jo"));
        var request = MockRequest.get("/").withHeader("Cookie", MockCredentials.limitedUserCookie("user:default/jo"));

        assertThat(limited.token()).isEqualTo(MockCredentials.limitedUserToken("user:default/jo"));
        assertThat(auth.authenticateLimited(limited.token())).isEqualTo(MockCredentials.user("user:default/jo"));
        assertThat(MockServices.httpAuth("test").limitedCredentials(request))
                .isEqualTo(MockCredentials.user("user:default/jo"));
        assertThatThrownBy(() -> auth.limitedUserToken(MockCredentials.service()))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("Refused to issue limited user token for credential type 'service'");
    }

    @Test
    void refusesKindsThatAreNotAllowed() {
        var httpAuth = MockServices.httpAuth("test");
        var byService =
                MockRequest.get("/").withHeader("Authorization", MockCredentials.header(MockCredentials.service()));
        var byNobody = MockRequest.get("/").withHeader("Authorization", MockCredentials.header(MockCredentials.none()));

        assertThatThrownBy(() -> httpAuth.credentials(byService, Allow.USER))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("This endpoint does not allow 'service' credentials");
        assertThatThrownBy(() -> httpAuth.credentials(byNobody, Allow.USER, Allow.SERVICE))
                .isInstanceOf(AuthenticationException.class)
                .hasMessage("Missing credentials");
        assertThat(httpAuth.credentials(MockRequest.get("/"), Allow.USER)).isEqualTo(MockCredentials.user());
        assertThat(MockServices.httpAuth("test", MockCredentials.service()).credentials(MockRequest.get("/")))
                .isEqualTo(MockCredentials.service());
    }
}
