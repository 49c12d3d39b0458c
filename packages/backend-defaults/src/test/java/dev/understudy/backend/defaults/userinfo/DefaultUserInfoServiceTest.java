// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.userinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.backend.defaults.internal.InternalCredentials;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.UserInfoService.UserInfo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DefaultUserInfoServiceTest {
    private final AtomicInteger requests = new AtomicInteger();
    private final UserInfoCache cache = new UserInfoCache(Clock.systemUTC());
    private volatile int status = 200;
    private volatile String answer = "{\"claims\":{\"ent\":[\"group:default/asked\"]}}";
    private HttpServer server;
    private DefaultUserInfoService service;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/auth/v1/userinfo", exchange -> {
            requests.incrementAndGet();
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        service = new DefaultUserInfoService(new OneHost(server.getAddress().getPort()), cache);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsWhatTheTokenSays() {
        assertThat(service.userInfo(user("{\"sub\":\"user:default/a\",\"ent\":[\"group:default/b\"]}")))
                .isEqualTo(new UserInfo("user:default/a", List.of("group:default/b")));
        assertThat(requests).hasValue(0);
    }

    @Test
    void asksTheAuthPluginOnceForWhatTheTokenDoesNotSay() {
        var credentials = user("{\"sub\":\"user:default/a\"}");
        for (var round = 0; round < 3; round++) {
            assertThat(service.userInfo(credentials).ownershipEntityRefs()).containsExactly("group:default/asked");
        }
        assertThat(requests).hasValue(1);
    }

    @Test
    void asksAgainAfterAFailure() {
        var credentials = user("{\"sub\":\"user:default/a\"}");
        status = 500;
        assertThatThrownBy(() -> service.userInfo(credentials)).hasMessage("Request failed with 500");
        status = 200;
        assertThat(service.userInfo(credentials).ownershipEntityRefs()).containsExactly("group:default/asked");
    }

    @Test
    void refusesAnswersThatMakeNoSense() {
        answer = "{}";
        assertThatThrownBy(() -> service.userInfo(user("{\"sub\":\"user:default/a\"}")))
                .hasMessage("Ownership entity refs can not be determined");
        assertThatThrownBy(() -> service.userInfo(user("{\"sub\":\"user:default/a\",\"ent\":[1]}")))
                .hasMessage("Ownership entity refs must be an array of strings");
        assertThatThrownBy(() -> service.userInfo(user("{\"sub\":1}"))).hasMessage("User entity ref must be a string");
    }

    @Test
    void knowsUsersOnly() {
        assertThatThrownBy(() -> service.userInfo(InternalCredentials.ofService("plugin:app")))
                .hasMessage("Only user credentials are supported");
    }

    private static BackstageCredentials user(String claims) {
        var token = "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".";
        return InternalCredentials.ofUser("user:default/a", Optional.empty(), token, Instant.MAX);
    }

    private record OneHost(int port) implements DiscoveryService {
        @Override
        public String baseUrl(String pluginId) {
            return "http://127.0.0.1:" + port + "/api/" + pluginId;
        }

        @Override
        public String externalBaseUrl(String pluginId) {
            return baseUrl(pluginId);
        }
    }
}
