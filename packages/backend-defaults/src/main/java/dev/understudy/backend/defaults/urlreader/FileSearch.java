// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse.FoundFile;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotFoundException;
import dev.understudy.integration.GitUrl;
import dev.understudy.integration.ScmIntegration;
import dev.understudy.types.GlobPattern;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** What searching has in common. */
final class FileSearch {
    private FileSearch() {}

    static boolean hasWildcard(String path) {
        return path.indexOf('*') >= 0 || path.indexOf('?') >= 0;
    }

    static void refuseWildcards(String path) throws IOException {
        if (hasWildcard(path)) {
            throw new IOException("Unsupported search pattern URL");
        }
    }

    /** The one file at a URL, or none. */
    static UrlReaderSearchResponse single(UrlReaderService reader, String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        try {
            var response = reader.readUrl(url, options);
            return new UrlReaderSearchResponse(
                    List.of(new FoundFile(url, response::content)),
                    response.etag().orElse(""));
        } catch (NotFoundException missing) {
            return new UrlReaderSearchResponse(List.of(), "");
        }
    }

    /** All files of a tree. */
    static UrlReaderSearchResponse of(UrlReaderTree tree, UnaryOperator<String> urlOfPath) throws IOException {
        try (tree) {
            var files = tree.files().stream()
                    .map(file -> new FoundFile(urlOfPath.apply(file.path()), file::content))
                    .toList();
            return new UrlReaderSearchResponse(files, tree.etag());
        }
    }

    /** What matches the path in a URL, from the whole repository. */
    static UrlReaderSearchResponse inRepository(
            UrlReaderService reader, ScmIntegration integration, String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        var path = GitUrl.parseSafe(url).filepath();
        if (!hasWildcard(path)) {
            return single(reader, url, options);
        }
        var pattern = GlobPattern.of(path);
        var treeUrl = url.replace(path, "").replaceFirst("/+$", "");
        var tree = reader.readTree(
                treeUrl, new UrlReaderTreeOptions(options.etag(), options.token(), (file, _) -> pattern.matches(file)));
        return of(tree, file -> integration.resolveUrl("/" + file, url));
    }
}
