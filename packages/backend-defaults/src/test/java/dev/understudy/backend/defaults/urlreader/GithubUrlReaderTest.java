// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse.FoundFile;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotFoundException;
import dev.understudy.errors.NotModifiedException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GithubUrlReaderTest {
    private FakeHost host;
    private FakeHost archives;
    private UrlReaderService reader;
    private String repository;

    @BeforeEach
    void start() throws IOException {
        host = FakeHost.start();
        archives = FakeHost.start();
        repository = host.url() + "/o/r";
        reader = TestReaders.of("github", Map.of("host", host.host(), "apiBaseUrl", host.url() + "/api", "token", "t"));
    }

    @AfterEach
    void stop() {
        host.close();
        archives.close();
    }

    private void answerCommit() {
        host.answer("/api/repos/o/r/commits/main/status?per_page=0", """
                {"sha": "c1", "repository": {"archive_url": "%1$s/api/repos/o/r/{archive_format}{/ref}",
                 "trees_url": "%1$s/api/repos/o/r/git/trees{/sha}"}}""".formatted(host.url()));
    }

    private void answerArchive() {
        host.answer("/api/repos/o/r/tarball/c1", 302, Map.of("Location", archives.url() + "/o-r.tar.gz"));
        archives.answer(
                "/o-r.tar.gz",
                Archives.tar()
                        .file("o-r-c1/a/x.yaml", "X")
                        .file("o-r-c1/a/b/y.yaml", "Y")
                        .bytes());
    }

    @Test
    void readsFilesFromTheInterfaceWithAToken() throws Exception {
        host.answer("/api/repos/o/r/contents/a/b%20c.yaml?ref=main", 200, Map.of("ETag", "e"), "B".getBytes(UTF_8));
        var response = reader.readUrl(
                repository + "/blob/main/a/b c.yaml", UrlReaderOptions.none().withEtag("old"));
        assertThat(response.stream()).hasContent("B");
        assertThat(response.etag()).contains("e");
        assertThat(host.lastRequest().header("accept")).isEqualTo("application/vnd.github.v3.raw");
        assertThat(host.lastRequest().header("authorization")).isEqualTo("Bearer t");
        assertThat(host.lastRequest().header("if-none-match")).isEqualTo("old");
        reader.readUrl(
                repository + "/blob/main/a/b c.yaml", UrlReaderOptions.none().withToken("mine"));
        assertThat(host.lastRequest().header("authorization")).isEqualTo("Bearer mine");
    }

    @Test
    void tellsWhyAFileIsNotRead() {
        var path = "/api/repos/o/r/contents/x?ref=main";
        var url = repository + "/blob/main/x";
        var failed = "Request failed for " + host.url() + path + ", ";
        assertThatThrownBy(() -> reader.readUrl(url, UrlReaderOptions.none()))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(failed + "404 Not Found");
        host.answer(path, 304, Map.of());
        assertThatThrownBy(() -> reader.readUrl(url, UrlReaderOptions.none())).isInstanceOf(NotModifiedException.class);
        host.answer(path, 403, Map.of("X-RateLimit-Remaining", "0"));
        assertThatThrownBy(() -> reader.readUrl(url, UrlReaderOptions.none()))
                .hasMessage(failed + "403 Forbidden (rate limit exceeded)");
        host.answer(path, 403, Map.of());
        assertThatThrownBy(() -> reader.readUrl(url, UrlReaderOptions.none())).hasMessage(failed + "403 Forbidden");
        host.answer(path, 429, Map.of());
        assertThatThrownBy(() -> reader.readUrl(url, UrlReaderOptions.none()))
                .hasMessage(failed + "429 Too Many Requests (rate limit exceeded)");
        assertThatThrownBy(() -> reader.readUrl(repository + "/blob/main/..%2f..%2fx", UrlReaderOptions.none()))
                .hasMessage("Incorrect URL: " + repository + "/blob/main/..%2f..%2fx, Error: "
                        + "Invalid SCM URL: path traversal is not allowed in the URL");
    }

    @Test
    void readsTreesWithoutTakingTheTokenElsewhere() throws Exception {
        answerCommit();
        answerArchive();
        try (var tree = reader.readTree(repository + "/tree/main/a", UrlReaderTreeOptions.none())) {
            assertThat(tree.etag()).isEqualTo("c1");
            assertThat(tree.files()).extracting(file -> file.path()).containsExactly("x.yaml", "b/y.yaml");
        }
        assertThat(archives.lastRequest().header("authorization")).isEmpty();
        assertThatThrownBy(() -> reader.readTree(
                        repository + "/tree/main/a", UrlReaderTreeOptions.none().withEtag("c1")))
                .isInstanceOf(NotModifiedException.class);
    }

    @Test
    void readsTheDefaultBranchOfARepository() throws Exception {
        answerCommit();
        answerArchive();
        host.answer("/api/repos/o/r", "{\"default_branch\": \"main\"}");
        try (var tree = reader.readTree(repository, UrlReaderTreeOptions.none())) {
            assertThat(tree.files()).hasSize(2);
        }
    }

    @Test
    void findsFilesByPattern() throws Exception {
        answerCommit();
        host.answer("/api/repos/o/r/git/trees/c1?recursive=true", """
                {"truncated": false, "tree": [
                  {"type": "blob", "path": "a/x.yaml", "url": "%1$s/blobs/x"},
                  {"type": "blob", "path": "a/x.txt", "url": "%1$s/blobs/t"},
                  {"type": "tree", "path": "a/d.yaml", "url": "%1$s/trees/d"}]}""".formatted(host.url()));
        host.answer("/blobs/x", "{\"content\": \"WC\\nAK\\n\"}");
        var found = reader.search(repository + "/blob/main/*/*.yaml", UrlReaderOptions.none());
        assertThat(found.etag()).isEqualTo("c1");
        assertThat(found.files()).extracting(FoundFile::url).containsExactly(repository + "/blob/main/a/x.yaml");
        assertThat(found.files().getFirst().content().read()).asString().isEqualTo("X \n");
    }

    @Test
    void findsFilesInTheArchiveIfTheListIsCutShort() throws Exception {
        answerCommit();
        answerArchive();
        host.answer("/api/repos/o/r/git/trees/c1?recursive=true", "{\"truncated\": true, \"tree\": []}");
        var found = reader.search(repository + "/blob/main/**/y.yaml", UrlReaderOptions.none());
        assertThat(found.files()).extracting(FoundFile::url).containsExactly(repository + "/blob/main/a/b/y.yaml");
    }

    @Test
    void findsNothingWhereThereIsNothing() throws Exception {
        assertThat(reader.search(repository + "/blob/main/none.yaml", UrlReaderOptions.none())
                        .files())
                .isEmpty();
    }

    @Test
    void needsToKnowWhereToReadFrom() {
        assertThatThrownBy(() -> TestReaders.of("github", Map.of("host", "ghe.example.com")))
                .hasMessage("GitHub integration 'ghe.example.com' must configure an explicit apiBaseUrl or rawBaseUrl");
    }
}
