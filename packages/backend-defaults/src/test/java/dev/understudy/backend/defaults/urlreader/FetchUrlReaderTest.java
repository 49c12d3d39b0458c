// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.NotFoundException;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.WebUrl;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FetchUrlReaderTest {
    private FakeHost host;
    private FakeHost other;
    private FetchUrlReader reader;

    @BeforeEach
    void start() throws IOException {
        host = FakeHost.start();
        other = FakeHost.start();
        reader = new FetchUrlReader(allowList(Map.of("host", host.host())), ScmHttpClient.create());
    }

    @AfterEach
    void stop() {
        host.close();
        other.close();
    }

    private static ReadingAllowList allowList(Object... entries) {
        return ReadingAllowList.fromConfig(ConfigReader.fromData(
                Map.of("backend", Map.of("reading", Map.of("allow", List.of(entries))))));
    }

    @Test
    void readsAFile() throws Exception {
        host.answer(
                "/a.yaml",
                200,
                Map.of("ETag", "\"1\"", "Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT"),
                "kind".getBytes(UTF_8));
        var options = UrlReaderOptions.none()
                .withEtag("\"0\"")
                .withLastModifiedAfter(Instant.parse("2026-11-01T08:00:00Z"))
                .withToken("t");
        var response = reader.readUrl(host.url() + "/a.yaml", options);
        assertThat(new String(response.content(), UTF_8)).isEqualTo("kind");
        assertThat(response.stream()).hasContent("kind");
        assertThat(response.etag()).contains("\"1\"");
        assertThat(response.lastModifiedAt()).contains(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(host.lastRequest().header("if-none-match")).isEqualTo("\"0\"");
        assertThat(host.lastRequest().header("if-modified-since")).isEqualTo("Sun, 01 Nov 2026 08:00:00 GMT");
        assertThat(host.lastRequest().header("authorization")).isEqualTo("Bearer t");
    }

    @Test
    void tellsWhyAFileIsNotRead() {
        host.answer("/same", 304, Map.of()).answer("/broken", 500, Map.of());
        var none = UrlReaderOptions.none();
        assertThatThrownBy(() -> reader.readUrl(host.url() + "/same", none)).isInstanceOf(NotModifiedException.class);
        assertThatThrownBy(() -> reader.readUrl(host.url() + "/none", none))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("could not read " + host.url() + "/none, 404 Not Found");
        assertThatThrownBy(() -> reader.readUrl(host.url() + "/broken", none))
                .isInstanceOf(IOException.class)
                .hasMessage("could not read " + host.url() + "/broken, 500 Internal Server Error");
    }

    @Test
    void followsRedirectsToAllowedHostsOnly() throws Exception {
        host.answer("/from", 302, Map.of("Location", "/to")).answer("/to", "here");
        host.answer("/away", 302, Map.of("Location", other.url() + "/secret"));
        other.answer("/secret", "secret");
        var read = reader.readUrl(host.url() + "/from", UrlReaderOptions.none());
        assertThat(read.stream()).hasContent("here");
        assertThatThrownBy(() -> reader.readUrl(host.url() + "/away", UrlReaderOptions.none()))
                .hasMessage("URL not allowed by backend.reading.allow configuration: " + other.url() + "/secret");
        assertThat(other.urls()).isEmpty();
    }

    @Test
    void leavesTheTokenBehindOnRedirectsToOtherOrigins() throws Exception {
        var both = new FetchUrlReader(
                allowList(Map.of("host", host.host()), Map.of("host", other.host())), ScmHttpClient.create());
        host.answer("/away", 307, Map.of("Location", other.url() + "/x"));
        other.answer("/x", "x");
        both.readUrl(host.url() + "/away", UrlReaderOptions.none().withToken("t"));
        assertThat(host.lastRequest().header("authorization")).isEqualTo("Bearer t");
        assertThat(other.lastRequest().header("authorization")).isEmpty();
    }

    @Test
    void doesNotRedirectForever() {
        host.answer("/loop", 301, Map.of("Location", "/loop"));
        assertThatThrownBy(() -> reader.readUrl(host.url() + "/loop", UrlReaderOptions.none()))
                .hasMessage("Too many redirects (max 5) when reading " + host.url() + "/loop");
        assertThat(host.urls()).hasSize(5);
    }

    @Test
    void findsOneFileOrNone() throws Exception {
        host.answer("/a.yaml", "A");
        var found = reader.search(host.url() + "/a.yaml", UrlReaderOptions.none());
        assertThat(found.files()).hasSize(1);
        assertThat(found.files().getFirst().content().read()).asString().isEqualTo("A");
        assertThat(reader.search(host.url() + "/none", UrlReaderOptions.none()).files())
                .isEmpty();
        assertThatThrownBy(() -> reader.search(host.url() + "/*.yaml", UrlReaderOptions.none()))
                .hasMessage("Unsupported search pattern URL");
        assertThatThrownBy(() -> reader.readTree(host.url(), UrlReaderTreeOptions.none()))
                .hasMessage("FetchUrlReader does not implement readTree");
    }

    @Test
    void namesHostsThatDoNotAnswer() {
        var url = "http://127.0.0.1:1/x";
        var nobody = new FetchUrlReader(allowList(Map.of("host", "127.0.0.1:1")), ScmHttpClient.create());
        assertThatThrownBy(() -> nobody.readUrl(url, UrlReaderOptions.none()))
                .isInstanceOf(IOException.class)
                .hasMessage("Unable to read " + url + ", TypeError: fetch failed");
    }

    @Test
    void allowsHostsPortsAndPaths() {
        var plain = allowList(Map.of("host", "example.com"));
        assertThat(plain.allows(WebUrl.parse("https://example.com:443/x"))).isTrue();
        assertThat(plain.allows(WebUrl.parse("https://example.com:444/x"))).isFalse();
        assertThat(plain.allows(WebUrl.parse("https://a.example.com/x"))).isFalse();
        var wildcard = allowList(Map.of("host", "*.example.com:440-450"));
        assertThat(wildcard.allows(WebUrl.parse("https://a.example.com/x"))).isTrue();
        assertThat(wildcard.allows(WebUrl.parse("https://a.b.example.com:450/x")))
                .isTrue();
        assertThat(wildcard.allows(WebUrl.parse("https://a.example.com:451/x"))).isFalse();
        assertThat(wildcard.allows(WebUrl.parse("https://example.com/x"))).isFalse();
        assertThat(wildcard.allows(WebUrl.parse("https://evilexample.com/x"))).isFalse();
        var paths = allowList(Map.of("host", "example.com", "paths", List.of("/a", "/b/")));
        assertThat(paths.allows(WebUrl.parse("https://example.com/a"))).isTrue();
        assertThat(paths.allows(WebUrl.parse("https://example.com/a/x"))).isTrue();
        assertThat(paths.allows(WebUrl.parse("https://example.com/ab"))).isFalse();
        assertThat(paths.allows(WebUrl.parse("https://example.com/b"))).isFalse();
        assertThat(paths.allows(WebUrl.parse("https://example.com/b/x"))).isTrue();
        assertThat(paths.allows(WebUrl.parse("https://example.com/a/../c"))).isFalse();
        assertThat(paths.allows(WebUrl.parse("https://example.com/a/%2e%2e/c"))).isFalse();
        assertThat(ReadingAllowList.fromConfig(ConfigReader.empty()).allows(WebUrl.parse("https://example.com")))
                .isFalse();
    }

    @Test
    void refusesBadPortRanges() {
        assertThatThrownBy(() -> allowList(Map.of("host", "example.com:90-80")))
                .hasMessage("Port range is not valid: [90, 80]");
        assertThatThrownBy(() -> allowList(Map.of("host", "example.com:1-2-3")))
                .hasMessage("Port range is not valid: 1-2-3");
    }
}
