// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import dev.understudy.backend.defaults.urlreader.ReadTreeResponseFactory;
import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.AwsCodeCommitIntegrationConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import software.amazon.awssdk.services.codecommit.model.GetFileResponse;
import software.amazon.awssdk.services.codecommit.model.GetFolderResponse;

/** Reads from AWS CodeCommit. Backstage counterpart of the same name. */
final class AwsCodeCommitUrlReader implements UrlReaderService {
    private final AwsCodeCommitIntegrationConfig config;
    private final RegionalClients<CodeCommitClient> clients;
    private final ReadTreeResponseFactory trees;

    AwsCodeCommitUrlReader(
            AwsCodeCommitIntegrationConfig config,
            RegionalClients<CodeCommitClient> clients,
            ReadTreeResponseFactory trees) {
        this.config = config;
        this.clients = clients;
        this.trees = trees;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws InterruptedException {
        try {
            var location = AwsCodeCommitUrl.ofFile(url);
            var file = file(location, location.path());
            refuseSame(options.etag(), file.commitId());
            return UrlReaderResponse.of(
                    file.fileContent().asByteArrayUnsafe(), Optional.ofNullable(file.commitId()), Optional.empty());
        } catch (RuntimeException failure) {
            throw AwsFailures.forwarded("Could not retrieve file from CodeCommit", failure);
        }
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws InterruptedException {
        try {
            var location = AwsCodeCommitUrl.ofTree(url);
            var files = trees.storedFiles(location.path(), options.filter());
            for (var path : paths(location, location.path(), options.etag())) {
                if (files.wants(path, -1)) {
                    files.add(path, file(location, path).fileContent().asInputStream(), Optional.empty());
                }
            }
            return files.tree();
        } catch (IOException | RuntimeException failure) {
            throw AwsFailures.forwarded("Could not retrieve file tree from CodeCommit", failure);
        }
    }

    /** Of all files below a folder: first those in it, then those in each folder in it. */
    private List<String> paths(AwsCodeCommitUrl location, String path, Optional<String> etag) {
        var folder = folder(location, path);
        refuseSame(etag, folder.commitId());
        var result = new ArrayList<String>();
        folder.files().forEach(file -> result.add(file.absolutePath()));
        folder.subFolders().forEach(inner -> result.addAll(paths(location, inner.absolutePath(), etag)));
        return result;
    }

    private GetFileResponse file(AwsCodeCommitUrl location, String path) {
        return clients.forRegion(location.region())
                .getFile(get -> get.repositoryName(location.repositoryName())
                        .filePath(path)
                        .commitSpecifier(location.commitSpecifier().orElse(null)));
    }

    private GetFolderResponse folder(AwsCodeCommitUrl location, String path) {
        return clients.forRegion(location.region())
                .getFolder(get -> get.repositoryName(location.repositoryName())
                        .folderPath(path)
                        .commitSpecifier(location.commitSpecifier().orElse(null)));
    }

    private static void refuseSame(Optional<String> etag, String commitId) {
        if (etag.filter(commitId::equals).isPresent()) {
            throw new NotModifiedException("");
        }
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        return SingleFile.search(this, AwsCodeCommitUrl.ofFile(url).path(), url, options);
    }

    @Override
    public String toString() {
        return "awsCodeCommit{host=" + config.host() + ",authed="
                + config.secretAccessKey().isPresent() + "}";
    }
}
