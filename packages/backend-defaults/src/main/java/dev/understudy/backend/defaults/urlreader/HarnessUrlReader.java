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
import dev.understudy.integration.ScmCredentials;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.ScmResponse;
import dev.understudy.integration.WebUrl;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Reads from one Harness Code host. Credentials never leave it; redirects lead to allowed hosts only. */
final class HarnessUrlReader implements UrlReaderService {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MAX_REDIRECTS = 5;

    private final HarnessIntegration integration;
    private final String origin;
    private final ScmHttpClient client;
    private final ReadingAllowList allowed;
    private final ReadTreeResponseFactory trees;

    HarnessUrlReader(
            HarnessIntegration integration,
            ScmHttpClient client,
            ReadingAllowList allowed,
            ReadTreeResponseFactory trees) {
        this.integration = integration;
        this.origin = WebUrl.parse("https://" + integration.host()).origin();
        this.client = client;
        this.allowed = allowed;
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException {
        var fetchUrl = HarnessUrl.parse(integration.config(), url).fileUrl();
        try (var response = fetch(fetchUrl)) {
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
        var archive = fetch(harness.archiveUrl());
        // unlike the reference, which unpacks the page that tells of a failure
        HttpReading.checked(archive, "Failed to read tree from " + url + ", " + archive.statusLine());
        return trees.fromZipArchive(
                TreeSource.of(archive.body(), commit, options.filter()).withSubpath(harness.path()));
    }

    private String lastCommit(String url) throws IOException, InterruptedException {
        try (var response = fetch(url)) {
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

    private ScmResponse fetch(String url) throws IOException, InterruptedException {
        var current = WebUrl.parse(url);
        var trusted = true;
        for (var redirects = 0; ; redirects++) {
            var request = ScmRequest.get(current.toString()).withoutRedirects();
            var signed = trusted && current.origin().equals(origin)
                    ? ScmCredentials.sign(request, integration.config())
                    : request;
            var response = HttpReading.send(client, signed, current.toString());
            var location = response.header("location");
            if (!REDIRECTS.contains(response.status()) || location.isEmpty()) {
                return response;
            }
            response.close();
            current = redirect(current.resolve(location.get()));
            trusted &= current.origin().equals(origin);
            if (redirects == MAX_REDIRECTS) {
                throw new IOException("Too many redirects (max " + MAX_REDIRECTS + ") when reading " + url);
            }
        }
    }

    private WebUrl redirect(WebUrl target) throws IOException {
        if (!target.origin().equals(origin) && !allowed.allows(target)) {
            throw new IOException("Refusing to follow cross-origin Harness redirect to " + target.origin());
        }
        return target;
    }

    @Override
    public String toString() {
        var config = integration.config();
        return "harness{host=" + integration.host() + ",authed="
                + config.token().or(config::apiKey).isPresent() + "}";
    }
}
