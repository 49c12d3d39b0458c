// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.providers;

import dev.understudy.integration.GitUrl;
import dev.understudy.integration.WebUrl;
import java.util.Optional;

/** A repository, or a folder or file in one, and all below it. */
record RepositoryPrefix(GitUrl url, String host) {
    /** Throws {@link IllegalArgumentException} if the URL does not name a repository. */
    static RepositoryPrefix parse(String url) {
        var prefix = tryParse(url)
                .orElseThrow(() -> new IllegalArgumentException("Invalid URL prefix, could not parse: " + url));
        if (prefix.url().owner().isEmpty() || prefix.url().name().isEmpty()) {
            throw new IllegalArgumentException("Invalid URL prefix, missing owner or repository: " + url);
        }
        return prefix;
    }

    private static Optional<RepositoryPrefix> tryParse(String url) {
        try {
            return Optional.of(
                    new RepositoryPrefix(GitUrl.parse(url), WebUrl.parse(url).host()));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    boolean contains(String target) {
        return tryParse(target).filter(this::contains).isPresent();
    }

    private boolean contains(RepositoryPrefix other) {
        return isSameRepository(other)
                && (url.ref().isEmpty() || url.ref().equals(other.url.ref()))
                && (url.filepath().equals(other.url.filepath())
                        || other.url.filepath().startsWith(folder()));
    }

    private boolean isSameRepository(RepositoryPrefix other) {
        return host.equals(other.host)
                && url.protocol().equals(other.url.protocol())
                && url.owner().equals(other.url.owner())
                && url.name().equals(other.url.name());
    }

    private String folder() {
        return url.filepath().isEmpty() || url.filepath().endsWith("/") ? url.filepath() : url.filepath() + "/";
    }
}
