// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.config.ConfigReader;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmIntegrations;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HarnessFetchTest {
    private FakeHost host;
    private FakeHost other;

    @BeforeEach
    void start() throws IOException {
        host = FakeHost.start();
        other = FakeHost.start();
    }

    @AfterEach
    void stop() {
        host.close();
        other.close();
    }

    private HarnessFetch fetch(String... allowed) {
        var hosts = List.of(allowed).stream().map(one -> Map.of("host", one)).toList();
        var config = ConfigReader.fromData(Map.of(
                "integrations",
                Map.of("harness", List.of(Map.of("host", host.host(), "apiKey", "secret"))),
                "backend",
                Map.of("reading", Map.of("allow", hosts))));
        var harness = ScmIntegrations.fromConfig(config).harness().list().getFirst();
        return new HarnessFetch(
                host.url(), harness.config(), ScmHttpClient.create(), ReadingAllowList.fromConfig(config));
    }

    @Test
    void keepsCredentialsOnItsHost() throws Exception {
        host.answer("/a", 302, Map.of("Location", "/b")).answer("/b", "here");
        assertThat(fetch().get(host.url() + "/a").text()).isEqualTo("here");
        assertThat(host.lastRequest().header("x-api-key")).isEqualTo("secret");
    }

    @Test
    void leavesCredentialsBehindEvenWhenTheWayLeadsBack() throws Exception {
        host.answer("/a", 307, Map.of("Location", other.url() + "/b")).answer("/c", "back");
        other.answer("/b", 307, Map.of("Location", host.url() + "/c"));
        assertThat(fetch(other.host()).get(host.url() + "/a").text()).isEqualTo("back");
        assertThat(other.lastRequest().header("x-api-key")).isEmpty();
        assertThat(host.lastRequest().header("x-api-key")).isEmpty();
    }

    @Test
    void refusesHostsThatAreNotAllowed() {
        host.answer("/a", 302, Map.of("Location", other.url() + "/b"));
        assertThatThrownBy(() -> fetch().get(host.url() + "/a"))
                .hasMessage("Refusing to follow cross-origin Harness redirect to " + other.url());
        assertThat(other.urls()).isEmpty();
    }

    @Test
    void doesNotRedirectForEver() {
        host.answer("/a", 302, Map.of("Location", "/a"));
        assertThatThrownBy(() -> fetch().get(host.url() + "/a"))
                .hasMessage("Too many redirects (max 5) when reading " + host.url() + "/a");
        assertThat(host.urls()).hasSize(6);
    }
}
