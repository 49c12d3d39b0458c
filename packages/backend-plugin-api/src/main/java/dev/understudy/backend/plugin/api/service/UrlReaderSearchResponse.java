// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.io.IOException;
import java.util.List;

/**
 * Files that were found. Backstage counterpart: {@code UrlReaderServiceSearchResponse}.
 *
 * @param files the files, each read when asked for
 * @param etag identifies this version of all of them; empty when it is not known
 */
public record UrlReaderSearchResponse(List<FoundFile> files, String etag) {
    public UrlReaderSearchResponse {
        files = List.copyOf(files);
    }

    /**
     * A file that was found.
     *
     * @param url where it is
     */
    public record FoundFile(String url, Content content) {}

    /** Reads a file. */
    @FunctionalInterface
    public interface Content {
        byte[] read() throws IOException, InterruptedException;
    }
}
