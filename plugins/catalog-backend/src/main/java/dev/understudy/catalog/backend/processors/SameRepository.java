// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps placeholders from reading other repositories with the backend's credentials. */
final class SameRepository {
    // owner and repository, then what hosts put between a repository and a file in it
    private static final Pattern FILE =
            Pattern.compile("/(?<repository>[^/]+(?:/[^/]+)*?)/(?:-/)?(?:blob|tree|raw|edit|src|browse)/.+");

    private SameRepository() {}

    /** Throws if both are files of repositories, but not of the same one. */
    static void check(String url, String base) {
        var repository = repository(url);
        var baseRepository = repository(base);
        if (repository.isPresent() && baseRepository.isPresent() && !repository.equals(baseRepository)) {
            throw new IllegalStateException(
                    "Placeholder may only reference files from the same repository as the entity");
        }
    }

    private static Optional<String> repository(String url) {
        try {
            var uri = URI.create(url);
            var path = FILE.matcher(String.valueOf(uri.getPath()));
            return uri.getHost() != null && path.matches()
                    ? Optional.of(uri.getHost() + "/" + path.group("repository"))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
