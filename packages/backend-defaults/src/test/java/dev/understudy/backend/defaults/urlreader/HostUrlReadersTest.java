// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse.FoundFile;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.errors.NotFoundException;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.BitbucketCloudCredentials;
import dev.understudy.integration.BitbucketCloudIntegration;
import dev.understudy.integration.BitbucketCloudIntegrationConfig;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hosts other than GitHub and GitLab, each read over HTTP. */
final class HostUrlReadersTest {
    private static final UrlReaderOptions NONE = UrlReaderOptions.none();
    private static final UrlReaderTreeOptions ALL = UrlReaderTreeOptions.none();
    private static final byte[] ARCHIVE =
            Archives.tar().file("r/a/x.yaml", "X").file("r/y.yaml", "Y").bytes();

    @TempDir
    private Path work;

    private FakeHost host;

    @BeforeEach
    void start() throws IOException {
        host = FakeHost.start();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private static List<String> paths(UrlReaderTree tree) throws IOException {
        try (tree) {
            return tree.files().stream().map(UrlReaderTree.File::path).toList();
        }
    }

    @Test
    void readsFromBitbucketServer() throws Exception {
        var reader = TestReaders.of(
                "bitbucketServer",
                Map.of("host", host.host(), "apiBaseUrl", host.url() + "/api", "username", "u", "password", "p"));
        var repository = host.url() + "/projects/P/repos/r";
        host.answer("/api/projects/P/repos/r/raw/a/x.yaml?at=main", "X");
        assertThat(reader.readUrl(repository + "/browse/a/x.yaml?at=main", NONE).stream())
                .hasContent("X");
        assertThat(host.lastRequest().header("authorization")).isEqualTo("Basic dTpw");
        assertThatThrownBy(() -> reader.readUrl(repository + "/browse/none?at=main", NONE))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(repository + "/browse/none?at=main could not be read as " + host.url()
                        + "/api/projects/P/repos/r/raw/none?at=main, 404 Not Found");

        host.answer("/api/projects/P/repos/r/branches?filterText=main", """
                {"size": 2, "values": [{"displayId": "main2", "latestCommit": "no"},
                 {"displayId": "main", "latestCommit": "0123456789abcdef"}]}""");
        host.answer("/api/projects/P/repos/r/archive?format=tgz&at=main&prefix=P-r", ARCHIVE);
        assertThat(paths(reader.readTree(repository + "/browse?at=main", ALL))).containsExactly("a/x.yaml", "y.yaml");
        assertThatThrownBy(() -> reader.readTree(repository + "/browse?at=main", ALL.withEtag("0123456789ab")))
                .isInstanceOf(NotModifiedException.class);
        var found = reader.search(repository + "/browse/*/*.yaml?at=main", NONE);
        assertThat(found.files()).extracting(FoundFile::url).containsExactly(repository + "/browse/a/x.yaml?at=main");
        host.answer("/api/projects/P/repos/r/branches/default", "{\"latestCommit\": \"abc\", \"displayId\": \"main\"}");
        assertThat(paths(reader.readTree(repository + "/browse", ALL))).hasSize(2);
        host.answer("/api/projects/P/repos/r/branches?filterText=gone", "{\"size\": 0, \"values\": []}");
        assertThatThrownBy(() -> reader.readTree(repository + "/browse?at=gone", ALL))
                .hasMessage("Failed to find Last Commit using branch \"gone\" in response from " + host.url()
                        + "/api/projects/P/repos/r/branches?filterText=gone");
    }

    @Test
    void readsFromBitbucketCloud() throws Exception {
        var none = Optional.<Secret>empty();
        var config = new BitbucketCloudIntegrationConfig(
                "bitbucket.org",
                host.url() + "/2.0",
                Optional.of("u"),
                none,
                Optional.of(Secret.of("p")),
                Optional.empty(),
                none,
                none);
        var client = ScmHttpClient.create();
        var reader = new BitbucketCloudUrlReader(
                new BitbucketCloudIntegration(config),
                BitbucketCloudCredentials.create(client, config),
                client,
                new ReadTreeResponseFactory(work, TreeLimits.DEFAULT));
        host.answer("/2.0/repositories/w/r/src/main/a/x.yaml", "X");
        var file = reader.readUrl("https://bitbucket.org/w/r/src/main/a/x.yaml", NONE);
        assertThat(file.stream()).hasContent("X");
        assertThat(host.lastRequest().header("authorization")).isEqualTo("Basic dTpw");

        host.answer("/2.0/repositories/w/r", "{\"mainbranch\": {\"name\": \"main\"}}");
        host.answer("/2.0/repositories/w/r/commits/main", "{\"values\": [{\"hash\": \"0123456789abcdef\"}]}");
        host.answer("/w/r/get/main.tar.gz", ARCHIVE);
        var repository = host.url() + "/w/r";
        assertThat(paths(reader.readTree(repository, ALL))).containsExactly("a/x.yaml", "y.yaml");
        assertThatThrownBy(() -> reader.readTree(repository, ALL.withEtag("0123456789ab")))
                .isInstanceOf(NotModifiedException.class);
        assertThat(reader.search(repository + "/src/main/*/x.yaml", NONE).files())
                .extracting(FoundFile::url)
                .containsExactly(repository + "/src/main/a/x.yaml");
        assertThatThrownBy(() -> reader.readTree(host.url() + "/w/none", ALL))
                .hasMessage("Failed to retrieve default branch from " + host.url()
                        + "/2.0/repositories/w/none, 404 Not Found");
    }

    @Test
    void readsFromGitea() throws Exception {
        var reader = TestReaders.of("gitea", Map.of("host", host.host(), "baseUrl", host.url(), "password", "t"));
        var url = host.url() + "/o/r/src/branch/main/a/x.yaml";
        host.answer(
                "/api/v1/repos/o/r/contents/a/x.yaml?ref=main", "{\"encoding\": \"base64\", \"content\": \"WA==\"}");
        assertThat(reader.readUrl(url, NONE).stream()).hasContent("X");
        assertThat(host.lastRequest().header("authorization")).isEqualTo("token t");
        host.answer("/api/v1/repos/o/r/contents/a/x.yaml?ref=main", "{\"encoding\": \"rot13\"}");
        assertThatThrownBy(() -> reader.readUrl(url, NONE)).hasMessage("Unknown encoding: rot13");
        host.answer("/api/v1/repos/o/r/contents/a/x.yaml?ref=main", 403, Map.of());
        assertThatThrownBy(() -> reader.readUrl(url, NONE)).isInstanceOf(AuthenticationException.class);

        host.answer("/api/v1/repos/o/r/git/commits/main", "{\"sha\": \"c1\"}");
        host.answer("/api/v1/repos/o/r/archive/main.tar.gz", ARCHIVE);
        assertThat(paths(reader.readTree(host.url() + "/o/r/src/branch/main/a", ALL)))
                .containsExactly("x.yaml");
        assertThatThrownBy(() -> reader.search(host.url() + "/o/r/src/main/*.yaml", NONE))
                .hasMessage("Unsupported search pattern URL");
    }

    @Test
    void readsFromGerrit() throws Exception {
        var reader = TestReaders.of(
                "gerrit",
                Map.of(
                        "host",
                        host.host(),
                        "baseUrl",
                        host.url(),
                        "gitilesBaseUrl",
                        host.url() + "/gitiles",
                        "username",
                        "u",
                        "password",
                        "p"));
        var repository = host.url() + "/gitiles/web/r/+/refs/heads/main";
        host.answer("/a/projects/web%2Fr/branches/main/files/a%2Fx.yaml/content", "WA==");
        assertThat(reader.readUrl(repository + "/a/x.yaml", NONE).stream()).hasContent("X");
        assertThat(host.lastRequest().header("authorization")).isEqualTo("Basic dTpw");
        assertThatThrownBy(() -> reader.readUrl(repository + "/none", NONE))
                .hasMessage("File " + repository + "/none not found.");

        host.answer("/a/projects/web%2Fr/branches/main", ")]}'\n{\"revision\": \"c1\"}");
        host.answer("/a/gitiles/web/r/+archive/refs/heads/main.tar.gz", ARCHIVE);
        assertThat(paths(reader.readTree(repository, ALL))).containsExactly("r/a/x.yaml", "r/y.yaml");
        assertThatThrownBy(() -> reader.readTree(repository, ALL.withEtag("c1")))
                .isInstanceOf(NotModifiedException.class);

        host.answer(
                "/a/gitiles/web/r/+/refs/heads/main/?format=JSON&recursive",
                ")]}'\n{\"entries\": [{\"type\": \"blob\", \"name\": \"a/x.yaml\"}, {\"type\": \"blob\", \"name\": \"b\"}]}");
        var found = reader.search(repository + "/*/*.yaml", NONE);
        assertThat(found.files()).extracting(FoundFile::url).containsExactly(repository + "/a/x.yaml");
        assertThat(found.files().getFirst().content().read()).asString().isEqualTo("X");
        host.answer("/a/projects/web%2Fr/branches/main", "<html>sign in</html>");
        assertThatThrownBy(() -> reader.readTree(repository, ALL))
                .hasMessageEndingWith("Gerrit JSON body prefix missing. Found: <html>sign");
    }

    @Test
    void readsFromAzureDevOps() throws Exception {
        var reader = TestReaders.of(
                "azure", Map.of("host", host.host(), "credentials", List.of(Map.of("personalAccessToken", "p"))));
        var repository = host.url() + "/org/project/_git/repo";
        var api = "/org/project/_apis/git/repositories/repo/";
        host.answer(api + "items?api-version=6.0&path=%2Fa%2Fx.yaml", "X");
        var file = reader.readUrl(repository + "?path=/a/x.yaml", NONE);
        assertThat(file.stream()).hasContent("X");
        assertThat(host.lastRequest().header("authorization")).isEqualTo("Basic OnA=");
        host.answer(api + "items?api-version=6.0&path=%2Fa%2Fx.yaml", 203, Map.of());
        assertThatThrownBy(() -> reader.readUrl(repository + "?path=/a/x.yaml", NONE))
                .hasMessage(repository + "?path=/a/x.yaml could not be read as " + host.url() + api
                        + "items?api-version=6.0&path=%2Fa%2Fx.yaml, 203 Non-Authoritative Information");

        host.answer(api + "commits?api-version=6.0", "{\"value\": [{\"commitId\": \"c1\"}]}");
        host.answer(
                api + "items?recursionLevel=full&download=true&api-version=6.0&scopePath=%2Fdocs%2Fa",
                Archives.zip("a/x.yaml", "X", "a/b/y.yaml", "Y"));
        assertThat(paths(reader.readTree(repository + "?path=/docs/a", ALL))).containsExactly("x.yaml", "b/y.yaml");
        assertThatThrownBy(() -> reader.readTree(repository, ALL.withEtag("c1")))
                .isInstanceOf(NotModifiedException.class);
    }
}
