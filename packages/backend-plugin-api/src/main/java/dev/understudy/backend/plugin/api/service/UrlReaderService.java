// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.io.IOException;
import java.util.Optional;

/**
 * Reads what is at URLs that the backend may read. Thread-safe.
 *
 * <p>Backstage counterpart: {@code UrlReaderService}.
 */
public interface UrlReaderService {
    /**
     * Reads one file, of at most 64 MiB.
     *
     * @throws dev.understudy.errors.NotModifiedException if it has not changed
     * @throws dev.understudy.errors.NotFoundException if there is no such file
     * @throws dev.understudy.errors.NotAllowedException if the backend may not read the URL
     * @throws IOException if the file cannot be read
     */
    UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException;

    /**
     * Reads all files below a URL.
     *
     * @throws dev.understudy.errors.NotModifiedException if nothing has changed
     * @throws dev.understudy.errors.NotFoundException if there is no such tree
     * @throws dev.understudy.errors.NotAllowedException if the backend may not read the URL
     * @throws IOException if the tree cannot be read
     */
    UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws IOException, InterruptedException;

    /**
     * Finds the files that match a URL with wildcards; for a URL without any, the one file or none.
     *
     * @throws dev.understudy.errors.NotModifiedException if nothing has changed
     * @throws dev.understudy.errors.NotAllowedException if the backend may not read the URL
     * @throws IOException if the files cannot be read
     */
    UrlReaderSearchResponse search(String url, UrlReaderOptions options) throws IOException, InterruptedException;

    /** {@link #readUrl(String, UrlReaderOptions)} with what an earlier answer said, if there was one. */
    default UrlReaderResponse readUrl(String url, Optional<String> etag) throws IOException, InterruptedException {
        return readUrl(url, new UrlReaderOptions(etag, Optional.empty(), Optional.empty()));
    }

    /** {@link #search(String, UrlReaderOptions)} with what an earlier answer said, if there was one. */
    default UrlReaderSearchResponse search(String url, Optional<String> etag) throws IOException, InterruptedException {
        return search(url, new UrlReaderOptions(etag, Optional.empty(), Optional.empty()));
    }
}
