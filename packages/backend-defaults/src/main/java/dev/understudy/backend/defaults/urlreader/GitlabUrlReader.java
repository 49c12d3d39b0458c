// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.FormParameters;
import dev.understudy.integration.GitLabFetch;
import dev.understudy.integration.GitLabIntegration;
import dev.understudy.integration.GitUrl;
import dev.understudy.integration.ScmCredentials;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.ScmResponse;
import dev.understudy.integration.Secret;
import dev.understudy.integration.UriComponents;
import dev.understudy.integration.WebUrl;
import dev.understudy.types.GlobPattern;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Reads from one GitLab host. */
final class GitlabUrlReader implements UrlReaderService {
    private static final String ARTIFACTS = "/-/jobs/artifacts/";

    private final GitLabIntegration integration;
    private final GitLabFetch fetch;
    private final ReadTreeResponseFactory trees;

    GitlabUrlReader(GitLabIntegration integration, GitLabFetch fetch, ReadTreeResponseFactory trees) {
        this.integration = integration;
        this.fetch = fetch;
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException {
        var fetchUrl = fetchUrl(url);
        var request = signed(ScmRequest.get(fetchUrl), options.token());
        // artifacts of jobs are not asked for conditionally
        var conditional = url.contains(ARTIFACTS) ? request : HttpReading.conditional(request, options);
        try (var response = send(conditional, url)) {
            return HttpReading.file(response, url, fetchUrl);
        }
    }

    private ScmResponse send(ScmRequest request, String url) throws IOException, InterruptedException {
        try {
            return fetch.send(request);
        } catch (IOException failure) {
            throw HttpReading.noAnswer(url, failure);
        }
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws IOException, InterruptedException {
        var git = GitUrl.parseSafe(url);
        var api = integration.config().apiBaseUrl() + "/projects/"
                + UriComponents.encode(withoutRelativePath("/" + git.fullName()));
        var branch = git.ref();
        try (var response = fetch.send(signed(ScmRequest.get(api), options.token()))) {
            var project = HttpReading.checked(
                            response, "Failed to read tree from " + url + ", " + response.statusLine())
                    .json();
            branch = branch.isEmpty() ? project.path("default_branch").asString("") : branch;
        }
        var commit = lastCommit(url, api, branch, git.filepath(), options.token());
        if (options.etag().equals(Optional.of(commit)) && !commit.isEmpty()) {
            throw new NotModifiedException("");
        }
        var archiveUrl = api + "/repository/archive?" + query("sha", branch, git.filepath());
        var archive = fetch.send(signed(ScmRequest.get(archiveUrl), options.token()));
        HttpReading.checked(
                archive, "Failed to read tree (archive) from " + url + ", " + archiveUrl + ", " + archive.statusLine());
        return trees.fromTarArchive(
                TreeSource.of(archive.body(), commit, options.filter()).withSubpath(git.filepath()));
    }

    private String lastCommit(String url, String api, String branch, String path, Optional<String> token)
            throws IOException, InterruptedException {
        var commitsUrl = api + "/repository/commits?" + query("ref_name", branch, path);
        try (var response = fetch.send(signed(ScmRequest.get(commitsUrl), token))) {
            return HttpReading.checked(
                            response, "Failed to read tree (branch) from " + url + ", " + response.statusLine())
                    .json()
                    .path(0)
                    .path("id")
                    .asString("");
        }
    }

    private static FormParameters query(String refName, String ref, String path) {
        var query = FormParameters.empty().with(refName, ref);
        return path.isEmpty() ? query : query.with("path", path);
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        var path = GitUrl.parseSafe(url).filepath();
        if (!FileSearch.hasWildcard(path)) {
            return FileSearch.single(this, url, options);
        }
        var folder = staticPart(path);
        var prefix = folder.isEmpty() ? "" : folder + "/";
        var pattern = GlobPattern.of(path);
        var treeUrl = url.replace(path, folder).replaceFirst("/+$", "");
        var tree = readTree(
                treeUrl,
                new UrlReaderTreeOptions(options.etag(), options.token(), (file, _) -> pattern.matches(prefix + file)));
        return FileSearch.of(tree, file -> integration.resolveUrl("/" + prefix + file, url));
    }

    /** The folders before the first wildcard. */
    private static String staticPart(String path) {
        var segments = Arrays.asList(path.split("/", -1));
        var first = 0;
        while (first < segments.size() && !FileSearch.hasWildcard(segments.get(first))) {
            first++;
        }
        return String.join("/", segments.subList(0, first));
    }

    private String fetchUrl(String url) {
        var target = WebUrl.parse(url);
        withoutRelativePath(target.pathname());
        return target.pathname().contains(ARTIFACTS) ? artifactUrl(target) : integration.fileFetchUrl(url);
    }

    private String artifactUrl(WebUrl target) {
        var at = target.pathname().indexOf(ARTIFACTS);
        var project = withoutRelativePath(target.pathname().substring(0, at));
        var rest = target.pathname().substring(at + ARTIFACTS.length());
        var end = rest.indexOf(ARTIFACTS);
        return target.withPathname(
                        integration.config().relativePath() + "/api/v4/projects/" + UriComponents.encode(project)
                                + "/jobs/artifacts/" + (end < 0 ? rest : rest.substring(0, end)))
                .toString();
    }

    private String withoutRelativePath(String pathname) {
        var relative = integration.config().relativePath();
        if (relative.isEmpty()) {
            return pathname.replaceFirst("^/", "");
        }
        if (!pathname.startsWith(relative + "/")) {
            throw new IllegalArgumentException(
                    "Failed to read GitLab URL from " + pathname + ". Url path must start with " + relative + "/.");
        }
        return pathname.substring(relative.length() + 1);
    }

    private ScmRequest signed(ScmRequest request, Optional<String> token) {
        return ScmCredentials.sign(request, integration.config(), token.map(Secret::of));
    }

    @Override
    public String toString() {
        return "gitlab{host=" + integration.host() + ",authed="
                + integration.config().token().isPresent() + "}";
    }
}
