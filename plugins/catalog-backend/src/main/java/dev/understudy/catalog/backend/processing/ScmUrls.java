// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.errors.TypeException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What the hosts of source code make of URLs. Thread-safe. Backstage counterpart: {@code ScmIntegrations}. */
public interface ScmUrls {
    /** Makes a URL absolute, as the host of its base does; throws for text that is no URL. */
    String resolveUrl(String url, String base);

    /** Where to edit the file at a URL, if a known host has it. */
    Optional<String> editUrl(String url);

    /** The directory of the file at a URL, if a known host has it. */
    Optional<String> sourceUrl(String url);

    /** Knows no host, and resolves URLs as the web does. */
    static ScmUrls generic() {
        return new ScmUrls() {
            @Override
            public String resolveUrl(String url, String base) {
                return resolve(url, base);
            }

            @Override
            public Optional<String> editUrl(String url) {
                return Optional.empty();
            }

            @Override
            public Optional<String> sourceUrl(String url) {
                return Optional.empty();
            }
        };
    }

    private static String resolve(String url, String base) {
        try {
            var relative = new URI(url);
            if (relative.isAbsolute()) {
                return url;
            }
            var root = new URI(base);
            if (!root.isAbsolute() || root.isOpaque()) {
                throw new TypeException("Invalid URL");
            }
            var resolved = root.resolve(relative);
            return new URI(
                            resolved.getScheme(),
                            resolved.getRawAuthority(),
                            resolved.getPath(),
                            root.getQuery(),
                            resolved.getFragment())
                    .toString();
        } catch (URISyntaxException _) {
            throw new TypeException("Invalid URL");
        }
    }
}
