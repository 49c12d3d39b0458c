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
import dev.understudy.integration.HarnessIntegration;
import dev.understudy.integration.HarnessUrl;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.WebUrl;
import java.io.IOException;
import java.util.Optional;

/** Reads from one Harness Code host. */
final class HarnessUrlReader implements UrlReaderService {
    private final HarnessIntegration integration;
    private final HarnessFetch fetch;
    private final ReadTreeResponseFactory trees;

    HarnessUrlReader(
            HarnessIntegration integration,
            ScmHttpClient client,
            ReadingAllowList allowed,
            ReadTreeResponseFactory trees) {
        this.integration = integration;
        var origin = WebUrl.parse("https://" + integration.host()).origin();
        this.fetch = new HarnessFetch(origin, integration.config(), client, allowed);
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException {
        var fetchUrl = HarnessUrl.parse(integration.config(), url).fileUrl();
        try (var response = fetch.get(fetchUrl)) {
            if (response.status() == 304) {
                throw new NotModifiedException("");
            }
            if (response.status() == 403) {
                throw new AuthenticationException("");
            }
            var message = url + " x " + fetchUrl + ", " + response.statusLine();
            var file = HttpReading.checked(response, message).bytes(HttpReading.MAX_FILE);
            return UrlReaderResponse.of(file, response.header("etag"), Optional.empty());
        }
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws IOException, InterruptedException {
        var harness = HarnessUrl.parse(integration.config(), url);
        var commit = lastCommit(harness.latestCommitUrl());
        if (options.etag().equals(Optional.of(commit))) {
            throw new NotModifiedException("");
        }
        var archive = fetch.get(harness.archiveUrl());
        // unlike the reference, which unpacks the page that tells of a failure
        HttpReading.checked(archive, "Failed to read tree from " + url + ", " + archive.statusLine());
        return trees.fromZipArchive(
                TreeSource.of(archive.body(), commit, options.filter()).withSubpath(harness.path()));
    }

    private String lastCommit(String url) throws IOException, InterruptedException {
        try (var response = fetch.get(url)) {
            var message = "Failed to retrieve latest commit information from " + url + ", " + response.statusLine();
            return HttpReading.checked(response, message)
                    .json()
                    .path("latest_commit")
                    .path("sha")
                    .asString("");
        }
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        FileSearch.refuseWildcards(HarnessUrl.parse(integration.config(), url).path());
        return FileSearch.single(this, url, options);
    }

    @Override
    public String toString() {
        var config = integration.config();
        return "harness{host=" + integration.host() + ",authed="
                + config.token().or(config::apiKey).isPresent() + "}";
    }
}
