// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderTreeFilter;
import java.io.InputStream;

/**
 * An archive to make a tree from. Immutable; the methods make changed copies.
 *
 * @param archive is closed by the tree
 * @param subpath the folder in the archive that counts; empty for all of it
 * @param stripFirstDirectory whether everything is in one folder that does not count; of tar archives only
 */
public record TreeSource(
        InputStream archive, String etag, UrlReaderTreeFilter filter, String subpath, boolean stripFirstDirectory) {

    /** All of an archive. */
    public static TreeSource of(InputStream archive, String etag, UrlReaderTreeFilter filter) {
        return new TreeSource(archive, etag, filter, "", true);
    }

    /** A folder of an archive. */
    public TreeSource withSubpath(String folder) {
        return new TreeSource(archive, etag, filter, folder, stripFirstDirectory);
    }

    /** An archive without one folder for everything. */
    public TreeSource withoutFirstDirectory() {
        return new TreeSource(archive, etag, filter, subpath, false);
    }

    /** The subpath as a prefix. */
    String prefix() {
        return subpath.isEmpty() || subpath.endsWith("/") ? subpath : subpath + "/";
    }
}
