// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.integration.UriComponents;
import dev.understudy.integration.WebUrl;
import java.util.Arrays;

/** Where a blob is. */
record AzureBlobUrl(String path, String container) {
    static AzureBlobUrl parse(String url) {
        var invalid = "Invalid Azure Blob Storage URL format: " + url;
        if (!StoreReading.isPathWithoutDotSegments(url)) {
            throw new IllegalArgumentException(invalid);
        }
        var segments = Arrays.stream(WebUrl.parse(url).pathname().split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(UriComponents::decode)
                .toList();
        if (segments.isEmpty()) {
            throw new IllegalArgumentException(invalid);
        }
        return new AzureBlobUrl(String.join("/", segments.subList(1, segments.size())), segments.getFirst());
    }
}
