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
     * Reads one file.
     *
     * @param etag what an earlier answer said; the file is then only read if it has changed
     * @throws dev.understudy.errors.NotModifiedException if it has not changed
     * @throws dev.understudy.errors.NotFoundException if there is no such file
     * @throws dev.understudy.errors.NotAllowedException if the backend may not read the URL
     * @throws IOException if the file cannot be read
     */
    UrlReaderResponse readUrl(String url, Optional<String> etag) throws IOException, InterruptedException;

    /**
     * Finds the files that match a URL with wildcards; for a URL without any, the one file or none.
     *
     * @param etag as for {@link #readUrl}
     * @throws dev.understudy.errors.NotModifiedException if nothing has changed
     * @throws dev.understudy.errors.NotAllowedException if the backend may not read the URL
     * @throws IOException if the files cannot be read
     */
    UrlReaderSearchResponse search(String url, Optional<String> etag) throws IOException, InterruptedException;
}
