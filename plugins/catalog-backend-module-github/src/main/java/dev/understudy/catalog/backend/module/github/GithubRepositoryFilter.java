// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which repositories to take. */
record GithubRepositoryFilter(
        Optional<Pattern> name,
        Optional<String> branch,
        boolean allowForks,
        Optional<List<String>> includedTopics,
        Optional<List<String>> excludedTopics,
        List<String> visibilities,
        boolean allowArchived) {

    static GithubRepositoryFilter fromConfig(Config provider) {
        return new GithubRepositoryFilter(
                provider.optionalString("filters.repository").map(GithubRepositoryFilter::wholeText),
                provider.optionalString("filters.branch"),
                provider.optionalBool("filters.allowForks").orElse(true),
                provider.optionalStringArray("filters.topic.include"),
                provider.optionalStringArray("filters.topic.exclude"),
                provider.optionalStringArray("filters.visibility").orElse(List.of()),
                provider.optionalBool("filters.allowArchived").orElse(false));
    }

    private static Pattern wholeText(String pattern) {
        return Pattern.compile((pattern.startsWith("^") ? "" : "^") + pattern + (pattern.endsWith("$") ? "" : "$"));
    }

    boolean accepts(GithubRepository repository) {
        return (allowArchived || !repository.isArchived())
                && (allowForks || !repository.isFork())
                && name.map(pattern -> pattern.matcher(repository.name()).find())
                        .orElse(true)
                && acceptsTopics(repository.topics())
                && (visibilities.isEmpty() || visibilities.stream().anyMatch(repository.visibility()::equalsIgnoreCase))
                && repository.defaultBranch().isPresent();
    }

    /** What is excluded is out even if it is included as well. */
    private boolean acceptsTopics(List<String> topics) {
        var included =
                includedTopics.map(wanted -> wanted.isEmpty() || topics.stream().anyMatch(wanted::contains));
        var excluded = excludedTopics.map(unwanted -> topics.stream().anyMatch(unwanted::contains));
        return included.orElse(true) && !excluded.orElse(false);
    }
}
