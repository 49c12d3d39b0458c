// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.AzureDevOpsCredentialsProvider;
import dev.understudy.integration.AzureIntegration;
import dev.understudy.integration.AzureUrl;
import dev.understudy.integration.GitUrl;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.WebUrl;
import dev.understudy.types.GlobPattern;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads from one Azure DevOps host. */
final class AzureUrlReader implements UrlReaderService {
    /** What the host answers with a page for signing in. */
    private static final int NON_AUTHORITATIVE = 203;

    private final AzureIntegration integration;
    private final AzureDevOpsCredentialsProvider credentials;
    private final ScmHttpClient client;
    private final ReadTreeResponseFactory trees;

    AzureUrlReader(
            AzureIntegration integration,
            AzureDevOpsCredentialsProvider credentials,
            ScmHttpClient client,
            ReadTreeResponseFactory trees) {
        this.integration = integration;
        this.credentials = credentials;
        this.client = client;
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException {
        var fetchUrl = AzureUrl.parse(url).fileUrl();
        try (var response = HttpReading.send(client, credentials.sign(ScmRequest.get(fetchUrl), fetchUrl), url)) {
            var message = url + " could not be read as " + fetchUrl + ", " + response.statusLine();
            if (response.status() == NON_AUTHORITATIVE) {
                throw new IOException(message);
            }
            return HttpReading.file(HttpReading.checked(response, message));
        }
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws IOException, InterruptedException {
        var azure = AzureUrl.parse(url);
        var commit = lastCommit(url, azure);
        if (options.etag().equals(Optional.of(commit))) {
            throw new NotModifiedException("");
        }
        var request = ScmRequest.get(azure.archiveUrl()).header("Accept", "application/zip");
        var archive = client.send(credentials.sign(request, url));
        HttpReading.checked(archive, "Failed to read tree from " + url + ", " + archive.statusLine());
        return trees.fromZipArchive(
                TreeSource.of(archive.body(), commit, options.filter()).withSubpath(lastFolder(azure)));
    }

    /** The archive of a folder has only its last folder in it. */
    private static String lastFolder(AzureUrl azure) {
        return Arrays.stream(azure.path().orElse("").split("/", -1))
                .filter(part -> !part.isEmpty())
                .reduce("", (_, last) -> last);
    }

    private String lastCommit(String url, AzureUrl azure) throws IOException, InterruptedException {
        try (var response = client.send(credentials.sign(ScmRequest.get(azure.commitsUrl()), url))) {
            var message = "Failed to read tree from " + url + ", " + response.statusLine();
            if (response.status() == NON_AUTHORITATIVE) {
                throw new IOException(message);
            }
            return HttpReading.checked(response, message)
                    .json()
                    .path("value")
                    .path(0)
                    .path("commitId")
                    .asString("");
        }
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        var target = WebUrl.parse(url);
        // hosts of one's own have other names, so the reference finds no wildcards there
        if (!FileSearch.hasWildcard(GitUrl.parseSafe(url).filepath())) {
            return FileSearch.single(this, url, options);
        }
        var path = target.parameters().first("path").orElse("").replaceFirst("^/+", "");
        var pattern = GlobPattern.of(path);
        var tree = readTree(
                target.withParameters(target.parameters().without("path")).toString(),
                new UrlReaderTreeOptions(options.etag(), options.token(), (file, _) -> pattern.matches(file)));
        return FileSearch.of(tree, file -> integration.resolveUrl("/" + file, url));
    }

    @Override
    public String toString() {
        var authed = !integration.config().credentials().orElse(List.of()).isEmpty();
        return "azure{host=" + integration.host() + ",authed=" + authed + "}";
    }
}
