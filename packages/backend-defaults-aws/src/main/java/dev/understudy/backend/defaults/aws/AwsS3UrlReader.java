// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import dev.understudy.backend.defaults.urlreader.ReadTreeResponseFactory;
import dev.understudy.backend.defaults.urlreader.StoreReading;
import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.integration.AwsS3IntegrationConfig;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Reads from a store that speaks S3. Backstage counterpart of the same name. */
final class AwsS3UrlReader implements UrlReaderService {
    /** More than a tree takes. */
    private static final int MAX_OBJECTS = 1_000_000;

    private final AwsS3IntegrationConfig config;
    private final RegionalClients<S3Client> clients;
    private final ReadTreeResponseFactory trees;

    AwsS3UrlReader(AwsS3IntegrationConfig config, RegionalClients<S3Client> clients, ReadTreeResponseFactory trees) {
        this.config = config;
        this.clients = clients;
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws InterruptedException {
        try {
            var location = AwsS3Url.parse(url, config);
            var request = GetObjectRequest.builder().bucket(location.bucket()).key(location.path());
            options.etag().ifPresent(request::ifNoneMatch);
            options.lastModifiedAfter().ifPresent(request::ifModifiedSince);
            try (var object = clients.forRegion(location.region()).getObject(request.build())) {
                return UrlReaderResponse.of(
                        StoreReading.bytes(object, StoreReading.MAX_FILE, "The object at " + url),
                        Optional.ofNullable(object.response().eTag()),
                        Optional.ofNullable(object.response().lastModified()));
            }
        } catch (IOException | RuntimeException failure) {
            throw AwsFailures.forwarded("Could not retrieve file from S3", failure);
        }
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws InterruptedException {
        try {
            var location = AwsS3Url.parse(url, config);
            var client = clients.forRegion(location.region());
            var files = trees.storedFiles(location.path(), options.filter());
            var objects = client
                    .listObjectsV2Paginator(
                            list -> list.bucket(location.bucket()).prefix(location.path()))
                    .contents()
                    .stream()
                    .filter(object -> files.wants(object.key(), object.size()))
                    .limit(MAX_OBJECTS)
                    .toList();
            for (var found : objects) {
                try (var object =
                        client.getObject(get -> get.bucket(location.bucket()).key(found.key()))) {
                    files.add(
                            found.key(),
                            object,
                            Optional.ofNullable(object.response().lastModified()));
                }
            }
            return files.tree();
        } catch (IOException | RuntimeException failure) {
            throw AwsFailures.forwarded("Could not retrieve file tree from S3", failure);
        }
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        return SingleFile.search(this, AwsS3Url.parse(url, config).path(), url, options);
    }

    @Override
    public String toString() {
        return "awsS3{host=" + config.host() + ",authed="
                + config.secretAccessKey().isPresent() + "}";
    }
}
