// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import java.io.IOException;
import java.util.List;

/** The search of readers that know no patterns. */
final class SingleFile {
    private SingleFile() {}

    static UrlReaderSearchResponse search(UrlReaderService reader, String path, String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        if (path.contains("*") || path.contains("?")) {
            throw new IOException("Unsupported search pattern URL");
        }
        var response = reader.readUrl(url, options);
        var file = new UrlReaderSearchResponse.FoundFile(url, response::content);
        return new UrlReaderSearchResponse(List.of(file), response.etag().orElse(""));
    }
}
