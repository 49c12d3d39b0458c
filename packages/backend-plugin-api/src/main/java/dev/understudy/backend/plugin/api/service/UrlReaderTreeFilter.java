// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/** Says which files of a tree to read. */
@FunctionalInterface
public interface UrlReaderTreeFilter {
    /**
     * Whether to read a file.
     *
     * @param path of the file, below what was asked for
     * @param size in bytes, as the host says; -1 if it does not
     */
    boolean accepts(String path, long size);
}
