// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A change at a host of source code, whichever host it is: usually what is left of a webhook's event. A location is a file
 * in a repository, and is named by the URL at which people see it.
 *
 * <p>Backstage counterpart: {@code CatalogScmEvent}.
 */
public sealed interface CatalogScmEvent {
    /** The name of the kind of event, such as {@code location.updated}. */
    String type();

    /** What is known about how the event came about. */
    Context context();

    /**
     * How an event came about. Backstage counterpart: {@code CatalogScmEventContext}.
     *
     * @param commitUrl the commit with the change
     */
    record Context(Optional<String> commitUrl) {
        /** Nothing is known. */
        public static final Context NONE = new Context(Optional.empty());

        /** A commit brought the change. */
        public static Context ofCommit(String url) {
            return new Context(Optional.of(url));
        }
    }

    /** A file appeared in a repository. */
    record LocationCreated(String url, Context context) implements CatalogScmEvent {
        public LocationCreated {
            requireNonNull(url, "url");
        }

        @Override
        public String type() {
            return "location.created";
        }
    }

    /** A file in a repository changed. */
    record LocationUpdated(String url, Context context) implements CatalogScmEvent {
        public LocationUpdated {
            requireNonNull(url, "url");
        }

        @Override
        public String type() {
            return "location.updated";
        }
    }

    /** A file in a repository went away. */
    record LocationDeleted(String url, Context context) implements CatalogScmEvent {
        public LocationDeleted {
            requireNonNull(url, "url");
        }

        @Override
        public String type() {
            return "location.deleted";
        }
    }

    /** A file got another path, perhaps in another repository. */
    record LocationMoved(String fromUrl, String toUrl, Context context) implements CatalogScmEvent {
        public LocationMoved {
            requireNonNull(fromUrl, "fromUrl");
            requireNonNull(toUrl, "toUrl");
        }

        @Override
        public String type() {
            return "location.moved";
        }
    }

    /** There is a new repository. */
    record RepositoryCreated(String url, Context context) implements CatalogScmEvent {
        public RepositoryCreated {
            requireNonNull(url, "url");
        }

        @Override
        public String type() {
            return "repository.created";
        }
    }

    /** Something about a repository changed, such as who may see it. */
    record RepositoryUpdated(String url, Context context) implements CatalogScmEvent {
        public RepositoryUpdated {
            requireNonNull(url, "url");
        }

        @Override
        public String type() {
            return "repository.updated";
        }
    }

    /** A repository went away. */
    record RepositoryDeleted(String url, Context context) implements CatalogScmEvent {
        public RepositoryDeleted {
            requireNonNull(url, "url");
        }

        @Override
        public String type() {
            return "repository.deleted";
        }
    }

    /** A repository, or a part of it such as its default branch, is now found below another URL. */
    record RepositoryMoved(String fromUrl, String toUrl, Context context) implements CatalogScmEvent {
        public RepositoryMoved {
            requireNonNull(fromUrl, "fromUrl");
            requireNonNull(toUrl, "toUrl");
        }

        @Override
        public String type() {
            return "repository.moved";
        }
    }
}
