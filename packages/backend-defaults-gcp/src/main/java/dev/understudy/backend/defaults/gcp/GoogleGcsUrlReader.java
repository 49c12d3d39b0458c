// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.gcp;

import dev.understudy.backend.defaults.urlreader.ReadTreeResponseFactory;
import dev.understudy.backend.defaults.urlreader.StoreReading;
import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse.FoundFile;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.integration.GoogleGcsIntegrationConfig;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads from Google Cloud Storage. Backstage counterpart of the same name. */
final class GoogleGcsUrlReader implements UrlReaderService {
    private final GoogleGcsIntegrationConfig config;
    private final StorageObjects objects;
    private final ReadTreeResponseFactory trees;

    GoogleGcsUrlReader(GoogleGcsIntegrationConfig config, StorageObjects objects, ReadTreeResponseFactory trees) {
        this.config = config;
        this.objects = objects;
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException {
        var location = GcsUrl.parse(url);
        return UrlReaderResponse.of(content(location.bucket(), location.key()), Optional.empty(), Optional.empty());
    }

    private byte[] content(String bucket, String name) throws IOException, InterruptedException {
        try (var response = objects.content(bucket, name)) {
            return response.bytes(StoreReading.MAX_FILE);
        }
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws IOException, InterruptedException {
        var location = GcsUrl.parse(url);
        if (location.hasWildcard()) {
            throw new IOException("GcsUrlReader readTree does not support glob patterns, use search instead");
        }
        var files = trees.storedFiles(location.key(), options.filter());
        for (var item : objects.list(location.bucket(), location.key())) {
            if (files.wants(item.name(), item.size())) {
                try (var response = objects.content(location.bucket(), item.name())) {
                    files.add(item.name(), response.body(), item.updated());
                }
            }
        }
        return files.tree();
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        var location = GcsUrl.parse(url);
        if (!location.hasWildcard()) {
            // whether there is such a file is seen when it is read
            return new UrlReaderSearchResponse(
                    List.of(new FoundFile(url, () -> readUrl(url, options).content())), "");
        }
        var pattern = location.key();
        if (pattern.indexOf('*') != pattern.length() - 1) {
            throw new IOException("GcsUrlReader only supports prefix-based searches");
        }
        var bucket = location.bucket();
        var found = objects.list(bucket, pattern.substring(0, pattern.length() - 1)).stream()
                .map(item -> new FoundFile(GcsUrl.of(bucket, item.name()), () -> content(bucket, item.name())))
                .toList();
        // what the reference says
        return new UrlReaderSearchResponse(found, "NOT/IMPLEMENTED");
    }

    @Override
    public String toString() {
        return "googleGcs{host=" + config.host() + ",authed="
                + config.privateKey().isPresent() + "}";
    }
}
