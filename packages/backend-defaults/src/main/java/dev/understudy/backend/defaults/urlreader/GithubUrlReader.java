// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse.FoundFile;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeFilter;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.GitUrl;
import dev.understudy.integration.GithubCredentials;
import dev.understudy.integration.GithubCredentialsProvider;
import dev.understudy.integration.GithubIntegration;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.Secret;
import dev.understudy.integration.WebUrl;
import dev.understudy.types.GlobPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads from one GitHub host. */
final class GithubUrlReader implements UrlReaderService {
    private final GithubIntegration integration;
    private final GithubCredentialsProvider credentialsProvider;
    private final GithubFetch fetch;
    private final ReadTreeResponseFactory trees;

    /** A commit, and where its archive and its list of files are. */
    private record Repository(String commit, String archiveUrl, String treesUrl) {}

    GithubUrlReader(
            GithubIntegration integration,
            GithubCredentialsProvider credentialsProvider,
            ScmHttpClient client,
            ReadTreeResponseFactory trees) {
        if (integration.config().apiBaseUrl().isEmpty()
                && integration.config().rawBaseUrl().isEmpty()) {
            throw new IllegalArgumentException("GitHub integration '" + integration.title()
                    + "' must configure an explicit apiBaseUrl or rawBaseUrl");
        }
        this.integration = integration;
        this.credentialsProvider = credentialsProvider;
        this.fetch = new GithubFetch(client);
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException {
        var credentials = credentials(url, options.token());
        var request = ScmRequest.get(integration.fileFetchUrl(url, credentials))
                .header("Accept", "application/vnd.github.v3.raw")
                .bearer(credentials.token());
        try (var response = fetch.send(HttpReading.conditional(request, options))) {
            return HttpReading.file(response);
        }
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws IOException, InterruptedException {
        var credentials = credentials(url, options.token());
        var repository = repository(url, credentials, options.etag());
        return tree(repository, GitUrl.parseSafe(url).filepath(), credentials, options.filter());
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        var path = GitUrl.parseSafe(url).filepath();
        if (!GlobPattern.isPattern(path)) {
            return FileSearch.single(this, url, options);
        }
        var credentials = credentials(url, options.token());
        var repository = repository(url, credentials, options.etag());
        var pattern = GlobPattern.of(path.replaceFirst("^/+", ""));
        var listUrl = repository.treesUrl().replace("{/sha}", "/" + repository.commit() + "?recursive=true");
        var list = fetch.json(listUrl, credentials);
        if (list.path("truncated").asBoolean(false)) {
            var tree = tree(repository, "", credentials, (file, _) -> pattern.matches(file));
            return FileSearch.of(tree, file -> fileUrl(url, file));
        }
        return new UrlReaderSearchResponse(found(url, list, pattern, credentials), repository.commit());
    }

    private List<FoundFile> found(String url, JsonNode list, GlobPattern pattern, GithubCredentials credentials) {
        var files = new ArrayList<FoundFile>();
        for (var item : list.path("tree")) {
            var path = item.path("path").asString("");
            var blob = item.path("url").asString("");
            if (item.path("type").asString("").equals("blob") && !blob.isEmpty() && pattern.matches(path)) {
                files.add(new FoundFile(fileUrl(url, path), () -> fetch.blob(blob, credentials)));
            }
        }
        return List.copyOf(files);
    }

    /** The file beside the one that was asked for, in the same branch. */
    private static String fileUrl(String url, String path) {
        var base = WebUrl.parse(url);
        var parts = base.pathname().split("/", -1);
        var root = String.join("/", Arrays.copyOfRange(parts, 1, Math.min(5, parts.length)));
        return base.withPathname(root + "/" + path).toString();
    }

    private UrlReaderTree tree(
            Repository repository, String subpath, GithubCredentials credentials, UrlReaderTreeFilter filter)
            throws IOException, InterruptedException {
        var url = repository
                .archiveUrl()
                .replace("{archive_format}", "tarball")
                .replace("{/ref}", "/" + repository.commit());
        var archive = fetch.send(ScmRequest.get(url).bearer(credentials.token()));
        return trees.fromTarArchive(
                TreeSource.of(archive.body(), repository.commit(), filter).withSubpath(subpath));
    }

    private Repository repository(String url, GithubCredentials credentials, Optional<String> etag)
            throws IOException, InterruptedException {
        var git = GitUrl.parse(url);
        var api = integration.config().apiBaseUrl().orElse("undefined") + "/repos/" + git.fullName();
        var ref = git.ref().isEmpty()
                ? fetch.json(api, credentials).path("default_branch").asString()
                : git.ref();
        var status = fetch.json(api + "/commits/" + ref + "/status?per_page=0", credentials);
        var commit = status.path("sha").asString("");
        if (etag.isPresent() && etag.get().equals(commit)) {
            throw new NotModifiedException("");
        }
        var repository = status.path("repository");
        return new Repository(
                commit,
                repository.path("archive_url").asString(""),
                repository.path("trees_url").asString(""));
    }

    private GithubCredentials credentials(String url, Optional<String> token) throws IOException, InterruptedException {
        return token.isPresent()
                ? GithubCredentials.ofToken(token.map(Secret::of))
                : credentialsProvider.credentials(url);
    }

    @Override
    public String toString() {
        return "github{host=" + integration.host() + ",authed="
                + integration.config().token().isPresent() + "}";
    }
}
