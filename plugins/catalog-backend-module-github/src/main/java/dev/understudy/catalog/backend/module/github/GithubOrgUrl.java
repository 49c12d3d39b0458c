// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.integration.UriComponents;
import dev.understudy.integration.WebUrl;

/** URLs of organizations. */
final class GithubOrgUrl {
    private GithubOrgUrl() {}

    /** The name of the organization; throws {@link IllegalArgumentException} if the URL is not one's. */
    static String organization(String url) {
        var path = WebUrl.parse(url).pathname().substring(1);
        if (path.isEmpty() || path.contains("/")) {
            throw new IllegalArgumentException("Expected a URL pointing to /<org>");
        }
        return UriComponents.decode(path);
    }
}
