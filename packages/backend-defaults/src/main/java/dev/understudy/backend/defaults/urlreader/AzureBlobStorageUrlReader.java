// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse.FoundFile;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.ForwardedException;
import dev.understudy.errors.HttpException;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.AzureBlobStorageAccess;
import dev.understudy.integration.AzureBlobStorageIntegrationConfig;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.ScmResponse;
import dev.understudy.integration.UriComponents;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reads from one account of Azure Blob Storage. */
final class AzureBlobStorageUrlReader implements UrlReaderService {
    private static final int NOT_MODIFIED = 304;

    private final AzureBlobStorageIntegrationConfig config;
    private final AzureBlobStorageAccess access;
    private final ScmHttpClient client;
    private final ReadTreeResponseFactory trees;

    AzureBlobStorageUrlReader(
            AzureBlobStorageIntegrationConfig config,
            AzureBlobStorageAccess access,
            ScmHttpClient client,
            ReadTreeResponseFactory trees) {
        this.config = config;
        this.access = access;
        this.client = client;
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws InterruptedException {
        try {
            var blob = AzureBlobUrl.parse(url);
            var request = ScmRequest.get(access.url(blob.container(), blob.path()));
            try (var response = send(HttpReading.conditional(request, options))) {
                return HttpReading.file(response);
            }
        } catch (NotModifiedException same) {
            throw same;
        } catch (IOException | RuntimeException failure) {
            throw new ForwardedException("Could not retrieve file from Azure Blob Storage", failure);
        }
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws InterruptedException {
        try {
            var root = AzureBlobUrl.parse(url);
            var files = trees.storedFiles(root.path(), options.filter());
            var marker = "";
            do {
                var page = page(root, marker);
                addFiles(files, root.container(), page);
                marker = page.next();
            } while (!marker.isEmpty());
            return files.tree();
        } catch (IOException | RuntimeException failure) {
            throw new ForwardedException("Could not retrieve file tree from Azure Blob Storage", failure);
        }
    }

    private void addFiles(StoredFiles files, String container, AzureBlobList page)
            throws IOException, InterruptedException {
        for (var blob : page.blobs()) {
            if (files.wants(blob.name(), blob.size())) {
                try (var response = send(ScmRequest.get(access.url(container, blob.name())))) {
                    files.add(blob.name(), response.body(), blob.lastModifiedAt());
                }
            }
        }
    }

    private AzureBlobList page(AzureBlobUrl root, String marker) throws IOException, InterruptedException {
        var query = "?comp=list"
                + (root.path().isEmpty() ? "" : "&prefix=" + UriComponents.encode(root.path()))
                + (marker.isEmpty() ? "" : "&marker=" + UriComponents.encode(marker))
                + "&restype=container";
        try (var response = send(ScmRequest.get(access.url(root.container()) + query))) {
            return AzureBlobList.parse(response.bytes(HttpReading.MAX_FILE));
        }
    }

    private ScmResponse send(ScmRequest request) throws IOException, InterruptedException {
        var response = client.send(access.sign(request));
        if (response.isOk()) {
            return response;
        }
        try (response) {
            if (response.status() == NOT_MODIFIED) {
                throw new NotModifiedException("");
            }
            var message = AzureBlobList.errorMessage(response.bytes(HttpReading.MAX_FILE))
                    .orElse(response.statusLine());
            throw new HttpException("RestError", response.status(), message, Map.of());
        }
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        if (FileSearch.hasWildcard(AzureBlobUrl.parse(url).path())) {
            throw new IOException("Glob search pattern not implemented for AzureBlobStorageUrlReader");
        }
        var response = readUrl(url, options);
        return new UrlReaderSearchResponse(
                List.of(new FoundFile(url, response::content)), response.etag().orElse(""));
    }

    @Override
    public String toString() {
        return "azureBlobStorage{accountName=" + config.accountName().orElse("undefined") + ",authed="
                + config.accountKey().isPresent() + "}";
    }
}
