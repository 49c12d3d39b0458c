// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.BitbucketServerIntegration;
import dev.understudy.integration.GitUrl;
import dev.understudy.integration.ScmCredentials;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.ScmResponse;
import dev.understudy.integration.UriComponents;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads from one Bitbucket Server host. */
final class BitbucketServerUrlReader implements UrlReaderService {
    private static final int SHORT_HASH = 12;

    private final BitbucketServerIntegration integration;
    private final ScmHttpClient client;
    private final ReadTreeResponseFactory trees;

    BitbucketServerUrlReader(
            BitbucketServerIntegration integration, ScmHttpClient client, ReadTreeResponseFactory trees) {
        this.integration = integration;
        this.client = client;
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException {
        var fetchUrl = integration.fileFetchUrl(url);
        var request = HttpReading.conditional(signed(fetchUrl), options);
        try (var response = HttpReading.send(client, request, url)) {
            return HttpReading.file(response, url, fetchUrl);
        }
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws IOException, InterruptedException {
        var git = GitUrl.parseSafe(url);
        var commit = lastCommit(git);
        if (options.etag().equals(Optional.of(commit))) {
            throw new NotModifiedException("");
        }
        var branch = git.ref().isEmpty() ? defaultBranch(git) : git.ref();
        var archive = client.send(signed(integration.downloadUrl(git, branch)));
        HttpReading.checked(archive, "Failed to read tree from " + url + ", " + archive.statusLine());
        return trees.fromTarArchive(
                TreeSource.of(archive.body(), commit, options.filter()).withSubpath(git.filepath()));
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        return FileSearch.inRepository(this, integration, url, options);
    }

    private String defaultBranch(GitUrl git) throws IOException, InterruptedException {
        var url = integration.repositoryUrl(git) + "/default-branch";
        try (var response = client.send(signed(url))) {
            if (response.status() != 404) {
                return defaultBranch(url, response);
            }
        }
        // what older hosts call it
        var older = integration.repositoryUrl(git) + "/branches/default";
        try (var response = client.send(signed(older))) {
            return defaultBranch(older, response);
        }
    }

    private static String defaultBranch(String url, ScmResponse response) throws IOException {
        if (!response.isOk()) {
            throw new IOException("Failed to retrieve default branch from " + url + ", " + response.statusLine());
        }
        var branch = response.json().path("displayId").asString("");
        if (branch.isEmpty()) {
            throw new IOException("Failed to read default branch from " + url + ". Response " + response.status());
        }
        return branch;
    }

    private String lastCommit(GitUrl git) throws IOException, InterruptedException {
        var branch = git.ref();
        var url = integration.repositoryUrl(git) + "/branches"
                + (branch.isEmpty() ? "/default" : "?filterText=" + UriComponents.encode(branch));
        try (var response = client.send(signed(url))) {
            var found = HttpReading.checked(
                            response, "Failed to retrieve branch list from " + url + ", " + response.statusLine())
                    .json();
            var hash = latestCommit(found, branch);
            if (hash.isEmpty()) {
                var name = branch.isEmpty() ? "default branch" : "branch \"" + branch + "\"";
                throw new IOException("Failed to find Last Commit using " + name + " in response from " + url);
            }
            return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
        }
    }

    private static String latestCommit(JsonNode found, String branch) {
        if (branch.isEmpty()) {
            return found.path("latestCommit").asString("");
        }
        return found.path("values")
                .valueStream()
                .filter(one -> one.path("displayId").asString("").equals(branch))
                .map(one -> one.path("latestCommit").asString(""))
                .findFirst()
                .orElse("");
    }

    private ScmRequest signed(String url) {
        return ScmCredentials.sign(ScmRequest.get(url), integration.config());
    }

    @Override
    public String toString() {
        return "bitbucketServer{host=" + integration.host() + ",authed="
                + integration.config().token().isPresent() + "}";
    }
}
