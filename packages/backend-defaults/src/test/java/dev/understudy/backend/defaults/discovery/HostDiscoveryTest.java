// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostDiscoveryTest {
    private final RecordingLogger logger = RecordingLogger.create();
    private final SrvResolver services = new SrvResolver(
            host -> List.of(new SrvRecord(20, 1, 1, "late." + host), new SrvRecord(10, 1, 8080, "first." + host)),
            Clock.systemUTC(),
            () -> 0.5);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                       | http://localhost:7007
            {"listen": ":8001"}                      | http://localhost:8001
            {"listen": "0.0.0.0:8001"}               | http://127.0.0.1:8001
            {"listen": {"host": "::", "port": 8001}} | http://localhost:8001
            {"listen": {"host": "fe80::1"}}          | http://[fe80::1]:7007
            {"listen": {"host": "10.0.0.5"}}         | http://10.0.0.5:7007
            {"https": true}                          | https://localhost:7007
            """)
    void reachesThisBackendWhereItListens(String backend, String expected) {
        var discovery = discovery("{\"backend\": "
                + backend.replaceFirst("\\{", "{\"baseUrl\": \"https://x.example/\"")
                        .replaceFirst("\"\"listen", "\",\"listen")
                        .replaceFirst("\"\"https", "\",\"https")
                + "}");
        assertThat(discovery.baseUrl("catalog")).isEqualTo(expected + "/api/catalog");
        assertThat(discovery.externalBaseUrl("catalog")).isEqualTo("https://x.example/api/catalog");
    }

    @Test
    void reachesPluginsAtTheirEndpoints() {
        var discovery = discovery("""
                {"backend": {"baseUrl": "https://x.example"},
                 "discovery": {"endpoints": [
                   {"target": "https://{{ pluginId }}.example/api/{{pluginId}}", "plugins": ["*"]},
                   {"target": {"internal": "http://catalog:80/c"}, "plugins": ["catalog", "odd/ id"]},
                   {"target": {"internal": "https+srv://search.internal/api/{{pluginId}}/"}, "plugins": ["search"]}]}}
                """);
        assertThat(discovery.baseUrl("catalog")).isEqualTo("http://catalog:80/c");
        assertThat(discovery.externalBaseUrl("catalog")).isEqualTo("https://catalog.example/api/catalog");
        assertThat(discovery.baseUrl("a b")).isEqualTo("https://a%20b.example/api/a%20b");
        assertThat(discovery.baseUrl("search")).isEqualTo("https://first.search.internal:8080/api/search");
    }

    @Test
    void refusesToResolveServicesForBrowsers() {
        assertThatThrownBy(() -> discovery("""
                        {"backend": {"baseUrl": "https://x.example"},
                         "discovery": {"endpoints": [{"target": "http+srv://a.b/c", "plugins": ["a"]}]}}
                        """))
                .hasMessage("SRV resolver URLs cannot be used in the target for external endpoints");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http+srv://a.b:80/c   | SRV resolver URLs cannot contain a port but got 'http+srv://a.b:80/c'
            http+srv://u:p@a.b/c  | SRV resolver URLs cannot contain username or password but got 'http+srv://u:p@a.b/c'
            http+srv://a.b/c?d=e  | SRV resolver URLs cannot contain search params or a hash but got 'http+srv://a.b/c?d=e'
            ftp+srv://a.b/c       | SRV URLs must be based on http or https but got 'ftp+srv://a.b/c'
            http://a.b/c          | SRV resolver expected a URL with protocol http(s)+srv:// but got 'http://a.b/c'
            """)
    void refusesServiceUrlsThatSayMore(String url, String message) {
        assertThatThrownBy(() -> SrvUrl.parse(url)).hasMessage(message);
    }

    @Test
    void tellsWhenAServiceIsNotToBeFound() {
        var empty = new SrvResolver(_ -> List.of(), Clock.systemUTC(), () -> 0.5);
        assertThatThrownBy(() -> empty.resolve("http+srv://a.b/c")).hasMessage("No SRV records found for a.b");
        var failing = new SrvResolver(
                _ -> {
                    throw new IllegalStateException("no network");
                },
                Clock.systemUTC(),
                () -> 0.5);
        assertThatThrownBy(() -> failing.resolve("http+srv://a.b/c"))
                .hasMessage("Failed SRV resolution for a.b; caused by Error: no network");
    }

    @Test
    void warnsAboutABaseUrlThatIsNone() {
        discovery("{\"backend\": {\"baseUrl\": \"not a url\"}}");
        assertThat(logger.lines())
                .containsExactly("warn backend.baseUrl config value 'not a url' does not appear to be a valid URL.");
    }

    private HostDiscovery discovery(String json) {
        var config = ConfigReader.fromData(Json.mapper().readTree(json));
        return HostDiscovery.fromConfig(config, logger, services, "test");
    }
}
