// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.GitUrl;
import dev.understudy.integration.GiteaIntegration;
import dev.understudy.integration.GiteaUrl;
import dev.understudy.integration.ScmCredentials;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import java.io.IOException;
import java.util.Optional;

/** Reads from one Gitea host. */
final class GiteaUrlReader implements UrlReaderService {
    private final GiteaIntegration integration;
    private final ScmHttpClient client;
    private final ReadTreeResponseFactory trees;

    GiteaUrlReader(GiteaIntegration integration, ScmHttpClient client, ReadTreeResponseFactory trees) {
        this.integration = integration;
        this.client = client;
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException {
        var fetchUrl = GiteaUrl.parse(integration.config(), url).fileUrl();
        try (var response = HttpReading.send(client, signed(fetchUrl), fetchUrl)) {
            if (response.status() == 304) {
                throw new NotModifiedException("");
            }
            if (response.status() == 403) {
                throw new AuthenticationException("");
            }
            var message = url + " could not be read as " + fetchUrl + ", " + response.statusLine();
            var file = HttpReading.checked(response, message).json();
            var encoding = file.path("encoding").asString("undefined");
            if (!encoding.equals("base64")) {
                throw new IOException("Unknown encoding: " + encoding);
            }
            return UrlReaderResponse.of(
                    HttpReading.base64(file.path("content").asString("")),
                    response.header("etag"),
                    HttpReading.lastModified(response.header("last-modified")));
        }
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws IOException, InterruptedException {
        var gitea = GiteaUrl.parse(integration.config(), url);
        var commit = lastCommit(gitea);
        if (options.etag().equals(Optional.of(commit))) {
            throw new NotModifiedException("");
        }
        var archive = HttpReading.send(client, signed(gitea.archiveUrl()), gitea.archiveUrl());
        // unlike the reference, which unpacks the page that tells of a failure
        HttpReading.checked(archive, "Failed to read tree from " + url + ", " + archive.statusLine());
        return trees.fromTarArchive(
                TreeSource.of(archive.body(), commit, options.filter()).withSubpath(gitea.path()));
    }

    private String lastCommit(GiteaUrl gitea) throws IOException, InterruptedException {
        var url = gitea.latestCommitUrl();
        try (var response = client.send(signed(url))) {
            var message = "Failed to retrieve latest commit information from " + url + ", " + response.statusLine();
            return HttpReading.checked(response, message).json().path("sha").asString("");
        }
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        FileSearch.refuseWildcards(GitUrl.parseSafe(url).filepath());
        return FileSearch.single(this, url, options);
    }

    private ScmRequest signed(String url) {
        return ScmCredentials.sign(ScmRequest.get(url), integration.config());
    }

    @Override
    public String toString() {
        return "gitea{host=" + integration.host() + ",authed="
                + integration.config().password().isPresent() + "}";
    }
}
