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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GitlabUrlReaderTest {
    private static final String API = "/api/v4/projects/g%2Fs%2Fp";

    private FakeHost host;
    private UrlReaderService reader;
    private String project;

    @BeforeEach
    void start() throws IOException {
        host = FakeHost.start();
        project = host.url() + "/g/s/p";
        reader = TestReaders.of(
                "gitlab",
                Map.of(
                        "host", host.host(),
                        "apiBaseUrl", host.url() + "/api/v4",
                        "baseUrl", host.url(),
                        "token", "t",
                        "retry", Map.of("maxRetries", 1, "retryStatusCodes", List.of(503))));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private void answerTree() {
        host.answer(API, "{\"default_branch\": \"main\"}");
        host.answer(API + "/repository/commits?ref_name=main", "[{\"id\": \"c1\"}]");
        host.answer(API + "/repository/commits?ref_name=main&path=a", "[{\"id\": \"c2\"}]");
        var archive = Archives.tar()
                .file("p-main/a/x.yaml", "X")
                .file("p-main/a/b/y.yaml", "Y")
                .bytes();
        host.answer(API + "/repository/archive?sha=main", archive);
        host.answer(API + "/repository/archive?sha=main&path=a", archive);
    }

    @Test
    void readsFiles() throws Exception {
        host.answer(API + "/repository/files/a%2Fb.yaml/raw?ref=main", 200, Map.of("ETag", "e"), "B".getBytes(UTF_8));
        var response = reader.readUrl(
                project + "/-/blob/main/a/b.yaml", UrlReaderOptions.none().withEtag("old"));
        assertThat(response.stream()).hasContent("B");
        assertThat(response.etag()).contains("e");
        assertThat(host.lastRequest().header("authorization")).isEqualTo("Bearer t");
        assertThat(host.lastRequest().header("if-none-match")).isEqualTo("old");
    }

    @Test
    void readsArtifactsOfJobsUnconditionally() throws Exception {
        host.answer(API + "/jobs/artifacts/main/raw/a.yaml?job=build", "A");
        var response = reader.readUrl(
                project + "/-/jobs/artifacts/main/raw/a.yaml?job=build",
                UrlReaderOptions.none().withEtag("old"));
        assertThat(response.stream()).hasContent("A");
        assertThat(host.lastRequest().header("if-none-match")).isEmpty();
    }

    @Test
    void tellsWhyAFileIsNotRead() {
        var url = project + "/-/blob/main/x";
        var path = API + "/repository/files/x/raw?ref=main";
        var failed = url + " could not be read as " + host.url() + path + ", ";
        assertThatThrownBy(() -> reader.readUrl(url, UrlReaderOptions.none()))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(failed + "404 Not Found");
        host.answer(path, 304, Map.of());
        assertThatThrownBy(() -> reader.readUrl(url, UrlReaderOptions.none())).isInstanceOf(NotModifiedException.class);
        host.answer(path, 500, Map.of());
        assertThatThrownBy(() -> reader.readUrl(url, UrlReaderOptions.none()))
                .hasMessage(failed + "500 Internal Server Error");
    }

    @Test
    void asksAgainAsConfigured() {
        host.answer(API + "/repository/files/x/raw?ref=main", 503, Map.of("Retry-After", "0"));
        assertThatThrownBy(() -> reader.readUrl(project + "/-/blob/main/x", UrlReaderOptions.none()))
                .hasMessageEndingWith("503 Service Unavailable");
        assertThat(host.urls()).hasSize(2);
    }

    @Test
    void readsTrees() throws Exception {
        answerTree();
        try (var tree = reader.readTree(project + "/-/tree/main/a", UrlReaderTreeOptions.none())) {
            assertThat(tree.etag()).isEqualTo("c2");
            assertThat(tree.files()).extracting(file -> file.path()).containsExactly("x.yaml", "b/y.yaml");
        }
        try (var tree = reader.readTree(project, UrlReaderTreeOptions.none())) {
            assertThat(tree.files()).extracting(file -> file.path()).containsExactly("a/x.yaml", "a/b/y.yaml");
        }
        assertThatThrownBy(() ->
                        reader.readTree(project, UrlReaderTreeOptions.none().withEtag("c1")))
                .isInstanceOf(NotModifiedException.class);
        assertThatThrownBy(() -> reader.readTree(host.url() + "/g/none", UrlReaderTreeOptions.none()))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Failed to read tree from " + host.url() + "/g/none, 404 Not Found");
    }

    @Test
    void findsFilesByPattern() throws Exception {
        answerTree();
        var found = reader.search(project + "/-/blob/main/a/**/*.yaml", UrlReaderOptions.none());
        assertThat(found.etag()).isEqualTo("c2");
        assertThat(found.files())
                .extracting(FoundFile::url)
                .containsExactly(project + "/-/blob/main/a/x.yaml", project + "/-/blob/main/a/b/y.yaml");
        assertThat(reader.search(project + "/-/blob/main/none.yaml", UrlReaderOptions.none())
                        .files())
                .isEmpty();
    }
}
