// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.ErrorNames;
import dev.understudy.errors.HttpException;
import dev.understudy.errors.NotFoundException;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.GerritIntegration;
import dev.understudy.integration.GitilesUrl;
import dev.understudy.integration.ScmCredentials;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.ScmResponse;
import dev.understudy.integration.UriComponents;
import dev.understudy.types.GlobPattern;
import dev.understudy.types.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads from one Gerrit host, through Gitiles. */
final class GerritUrlReader implements UrlReaderService {
    private static final String BODY_PREFIX = ")]}'";
    private static final int SHOWN = 10;

    private final GerritIntegration integration;
    private final ScmHttpClient client;
    private final ReadTreeResponseFactory trees;

    GerritUrlReader(GerritIntegration integration, ScmHttpClient client, ReadTreeResponseFactory trees) {
        this.integration = integration;
        this.client = client;
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException {
        var fetchUrl = parse(url).fileUrl(integration.config());
        try (var response = HttpReading.send(client, signed(fetchUrl), "gerrit file " + url)) {
            if (response.status() == 404) {
                throw new NotFoundException("File " + url + " not found.");
            }
            var message = url + " could not be read as " + fetchUrl + ", " + response.statusLine();
            return UrlReaderResponse.of(
                    decoded(HttpReading.checked(response, message)), Optional.empty(), Optional.empty());
        }
    }

    private static byte[] decoded(ScmResponse response) throws IOException {
        return HttpReading.base64(response.text());
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws IOException, InterruptedException {
        var gitiles = parse(url);
        var revision = revision(url, gitiles, options.etag());
        var archiveUrl = gitiles.archiveUrl(integration.config());
        var archive = client.send(signed(archiveUrl));
        if (archive.status() == 404) {
            archive.close();
            throw new NotFoundException("Not found: " + archiveUrl);
        }
        HttpReading.checked(archive, url + " could not be read as " + archiveUrl + ", " + archive.statusLine());
        return trees.fromTarArchive(
                TreeSource.of(archive.body(), revision, options.filter()).withoutFirstDirectory());
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        var gitiles = parse(url);
        if (!FileSearch.hasWildcard(gitiles.path())) {
            return FileSearch.single(this, url, options);
        }
        var revision = revision(url, gitiles, options.etag());
        return new UrlReaderSearchResponse(found(gitiles), revision);
    }

    private List<UrlReaderSearchResponse.FoundFile> found(GitilesUrl gitiles) throws IOException, InterruptedException {
        var pattern = GlobPattern.of(UriComponents.decode(gitiles.path()).replaceFirst("^/+", ""));
        var files = new ArrayList<UrlReaderSearchResponse.FoundFile>();
        for (var entry : json(gitiles.treeUrl(integration.config())).path("entries")) {
            var name = entry.path("name").asString("");
            if (entry.path("type").asString("").equals("blob") && pattern.matches(name)) {
                var url = gitiles.basePath() + "/" + name;
                files.add(new UrlReaderSearchResponse.FoundFile(
                        url, () -> readUrl(url, UrlReaderOptions.none()).content()));
            }
        }
        return List.copyOf(files);
    }

    private String revision(String url, GitilesUrl gitiles, Optional<String> etag)
            throws IOException, InterruptedException {
        var revision = gitiles.refType() == GitilesUrl.RefType.SHA ? gitiles.ref() : branchRevision(url, gitiles);
        if (etag.equals(Optional.of(revision))) {
            throw new NotModifiedException("");
        }
        return revision;
    }

    private String branchRevision(String url, GitilesUrl gitiles) throws IOException, InterruptedException {
        var branchUrl = gitiles.branchUrl(integration.config());
        try {
            return json(branchUrl).path("revision").asString("");
        } catch (IOException failure) {
            throw new IOException("Unable to read branch state " + url + ", " + ErrorNames.describe(failure), failure);
        }
    }

    private JsonNode json(String url) throws IOException, InterruptedException {
        try (var response = client.send(signed(url))) {
            if (!response.isOk()) {
                throw new HttpException(
                        "ResponseError", response.status(), "Request failed with " + response.statusLine(), Map.of());
            }
            var text = response.text();
            var shown = text.substring(0, Math.min(SHOWN, text.length()));
            if (!text.startsWith(BODY_PREFIX)) {
                throw new IOException("Gerrit JSON body prefix missing. Found: " + shown);
            }
            try {
                return Json.parse(text.substring(BODY_PREFIX.length()));
            } catch (tools.jackson.core.JacksonException malformed) {
                throw new IOException("Invalid response from Gerrit: " + shown, malformed);
            }
        }
    }

    private GitilesUrl parse(String url) {
        return GitilesUrl.parse(integration.config(), url);
    }

    private ScmRequest signed(String url) {
        return ScmCredentials.sign(ScmRequest.get(url), integration.config());
    }

    @Override
    public String toString() {
        return "gerrit{host=" + integration.host() + ",authed="
                + integration.config().password().isPresent() + "}";
    }
}
