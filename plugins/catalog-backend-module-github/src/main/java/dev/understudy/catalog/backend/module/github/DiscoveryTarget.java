// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.integration.UriComponents;
import dev.understudy.integration.WebUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a location of type {@code github-discovery} names.
 *
 * @param branch the branch to read; without it, that which is the repository's default
 * @param catalogPath the path of catalog files, with a leading slash
 */
record DiscoveryTarget(String organization, Pattern repositories, Optional<String> branch, String catalogPath) {
    static DiscoveryTarget parse(String target) {
        var path = List.of(WebUrl.parse(target).pathname().substring(1).split("/", -1));
        var organization = path.getFirst();
        if (path.size() > 2 && !organization.isEmpty() && !path.get(1).isEmpty()) {
            return new DiscoveryTarget(
                    UriComponents.decode(organization),
                    pattern(UriComponents.decode(path.get(1))),
                    Optional.of(path.size() > 3 ? UriComponents.decode(path.get(3)) : "undefined")
                            .filter(branch -> !branch.equals("-")),
                    "/" + UriComponents.decode(String.join("/", path.subList(Math.min(4, path.size()), path.size()))));
        }
        if (path.size() == 1 && !organization.isEmpty()) {
            return new DiscoveryTarget(
                    UriComponents.decode(organization), pattern("*"), Optional.empty(), "/catalog-info.yaml");
        }
        throw new IllegalArgumentException("Failed to parse " + target);
    }

    /** Anybody may write a location, so that nothing but a star is taken for more than itself. */
    private static Pattern pattern(String text) {
        return Pattern.compile(
                Arrays.stream(text.split("\\*+", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
