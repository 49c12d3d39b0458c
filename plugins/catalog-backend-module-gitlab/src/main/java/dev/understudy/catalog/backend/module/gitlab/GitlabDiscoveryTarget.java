// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.integration.UriComponents;
import dev.understudy.integration.WebUrl;
import java.util.List;
import java.util.Optional;

/**
 * What a location of type {@code gitlab-discovery} names.
 *
 * @param group the path of a group; empty for all there are
 * @param branch the branch to read; without it, that which is the project's default
 */
record GitlabDiscoveryTarget(String group, String host, Optional<String> branch, String catalogPath) {
    static GitlabDiscoveryTarget parse(String target) {
        var url = WebUrl.parse(target);
        var path = List.of(url.pathname().substring(1).split("/", -1));
        var blob = path.indexOf("blob");
        if (blob < 0 || path.size() <= blob + 2) {
            throw new IllegalArgumentException("Failed to parse " + target);
        }
        return new GitlabDiscoveryTarget(
                String.join("/", path.subList(0, blob)),
                url.host(),
                Optional.of(UriComponents.decode(path.get(blob + 1))).filter(branch -> !branch.equals("*")),
                UriComponents.decode(String.join("/", path.subList(blob + 2, path.size()))));
    }
}
