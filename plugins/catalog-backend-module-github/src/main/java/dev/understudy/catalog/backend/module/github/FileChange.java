// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.node.CatalogScmEvent;
import dev.understudy.catalog.node.CatalogScmEvent.Context;

/**
 * What became of a file over the commits of a push.
 *
 * @param fromPath the path before the file was renamed
 * @param commitUrl the commit that did it
 */
record FileChange(Type type, String fromPath, String commitUrl) {
    enum Type {
        ADDED,
        REMOVED,
        CHANGED,
        RENAMED
    }

    static FileChange of(Type type, String commitUrl) {
        return new FileChange(type, "", commitUrl);
    }

    /** The event, for a file below the URL of a branch. */
    CatalogScmEvent event(String branchUrl, String path) {
        var url = branchUrl + "/" + path;
        var context = commitUrl.isEmpty() ? Context.NONE : Context.ofCommit(commitUrl);
        return switch (type) {
            case ADDED -> new CatalogScmEvent.LocationCreated(url, context);
            case REMOVED -> new CatalogScmEvent.LocationDeleted(url, context);
            case CHANGED -> new CatalogScmEvent.LocationUpdated(url, context);
            case RENAMED -> new CatalogScmEvent.LocationMoved(branchUrl + "/" + fromPath, url, context);
        };
    }
}
