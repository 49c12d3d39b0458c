// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.BitbucketCloudCredentials;
import dev.understudy.integration.BitbucketCloudIntegration;
import dev.understudy.integration.GitUrl;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.ScmResponse;
import dev.understudy.integration.WebUrl;
import java.io.IOException;
import java.util.Optional;

/** Reads from Bitbucket Cloud. */
final class BitbucketCloudUrlReader implements UrlReaderService {
    private static final int SHORT_HASH = 12;

    private final BitbucketCloudIntegration integration;
    private final BitbucketCloudCredentials credentials;
    private final ScmHttpClient client;
    private final ReadTreeResponseFactory trees;

    BitbucketCloudUrlReader(
            BitbucketCloudIntegration integration,
            BitbucketCloudCredentials credentials,
            ScmHttpClient client,
            ReadTreeResponseFactory trees) {
        this.integration = integration;
        this.credentials = credentials;
        this.client = client;
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException {
        var fetchUrl = integration.fileFetchUrl(url);
        var request = HttpReading.conditional(credentials.sign(ScmRequest.get(fetchUrl)), options);
        try (var response = HttpReading.send(client, request, url)) {
            return HttpReading.file(response, url, fetchUrl);
        }
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws IOException, InterruptedException {
        var git = GitUrl.parseSafe(url);
        var branch = git.ref().isEmpty() ? defaultBranch(git) : git.ref();
        var commit = lastCommit(git, branch);
        if (options.etag().equals(Optional.of(commit))) {
            throw new NotModifiedException("");
        }
        var archive = get(WebUrl.parse(git.href()).origin() + "/" + git.owner() + "/" + git.name() + "/get/" + branch
                + ".tar.gz");
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
        var url = integration.repositoryUrl(git);
        try (var response = get(url)) {
            if (!response.isOk()) {
                throw new IOException("Failed to retrieve default branch from " + url + ", " + response.statusLine());
            }
            var branch = response.json().path("mainbranch").path("name").asString("");
            if (branch.isEmpty()) {
                throw new IOException("Failed to read default branch from " + url + ". Response " + response.status());
            }
            return branch;
        }
    }

    private String lastCommit(GitUrl git, String branch) throws IOException, InterruptedException {
        var url = integration.repositoryUrl(git) + "/commits/" + branch;
        try (var response = get(url)) {
            var commits = HttpReading.checked(
                            response, "Failed to retrieve commits from " + url + ", " + response.statusLine())
                    .json();
            var hash = commits.path("values").path(0).path("hash").asString("");
            if (hash.isEmpty()) {
                throw new IOException("Failed to read response from " + url);
            }
            return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
        }
    }

    private ScmResponse get(String url) throws IOException, InterruptedException {
        return client.send(credentials.sign(ScmRequest.get(url)));
    }

    @Override
    public String toString() {
        var config = integration.config();
        var authed = config.username().isPresent()
                && config.token().or(config::appPassword).isPresent();
        return "bitbucketCloud{host=" + integration.host() + ",authed=" + authed + "}";
    }
}
