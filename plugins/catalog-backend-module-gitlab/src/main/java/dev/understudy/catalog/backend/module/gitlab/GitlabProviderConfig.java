// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One section of {@code catalog.providers.gitlab}. Immutable. Backstage counterpart of the same name.
 *
 * @param group the path of a group; empty for all there are
 * @param branch the branch to read; without it, that which is the project's default, or else {@code fallbackBranch}
 * @param catalogFile the path of catalog files
 * @param groupPatterns the groups to read; all, if empty
 * @param membership whether to read only projects that the token's owner is a member of
 * @param topics names of topics, with commas between
 */
public record GitlabProviderConfig(
        String id,
        String host,
        String group,
        Optional<String> branch,
        String fallbackBranch,
        String catalogFile,
        Pattern projectPattern,
        Pattern userPattern,
        List<Pattern> groupPatterns,
        Optional<TaskSchedule> schedule,
        boolean orgEnabled,
        boolean useSearch,
        List<String> relations,
        boolean skipForkedRepos,
        boolean includeArchivedRepos,
        List<String> excludeRepos,
        boolean restrictUsersToGroup,
        boolean includeUsersWithoutSeat,
        boolean membership,
        Optional<String> topics) {
    private static final Pattern ANYTHING = Pattern.compile("");

    /** Reads all sections, by their ids. */
    static List<GitlabProviderConfig> readAll(Config config) {
        return config.optionalConfig("catalog.providers.gitlab").stream()
                .flatMap(section -> section.keys().stream().map(id -> read(id, section.config(id))))
                .toList();
    }

    private static GitlabProviderConfig read(String id, Config config) {
        var host = config.string("host");
        return new GitlabProviderConfig(
                id,
                host,
                config.optionalString("group").orElse(""),
                config.optionalString("branch"),
                config.optionalString("fallbackBranch").orElse("master"),
                config.optionalString("entityFilename").orElse("catalog-info.yaml"),
                config.optionalString("projectPattern").map(Pattern::compile).orElse(ANYTHING),
                config.optionalString("userPattern").map(Pattern::compile).orElse(ANYTHING),
                groupPatterns(config),
                config.optionalConfig("schedule").map(TaskSchedule::fromConfig),
                flag(config, "orgEnabled"),
                flag(config, "useSearch"),
                config.optionalStringArray("relations").orElse(List.of()),
                flag(config, "skipForkedRepos"),
                flag(config, "includeArchivedRepos"),
                config.optionalStringArray("excludeRepos").orElse(List.of()),
                flag(config, "restrictUsersToGroup"),
                flag(config, "includeUsersWithoutSeat"),
                flag(config, "membership"),
                config.optionalStringArray("topics")
                        .filter(topics -> !topics.isEmpty())
                        .map(topics -> String.join(",", topics)));
    }

    private static boolean flag(Config config, String name) {
        return config.optionalBool(name).orElse(false);
    }

    private static List<Pattern> groupPatterns(Config config) {
        var patterns =
                config.optionalValue("groupPattern").filter(JsonNode::isArray).isPresent()
                        ? config.stringArray("groupPattern")
                        : config.optionalString("groupPattern").stream().toList();
        return patterns.stream().map(Pattern::compile).toList();
    }

    /** The branch of a project to read. */
    String branchOf(String defaultBranch) {
        return branch.orElse(defaultBranch.isEmpty() ? fallbackBranch : defaultBranch);
    }

    /** Whether a group, or anything below it, is one of those to read. */
    boolean matchesGroupPattern(String path) {
        return groupPatterns.isEmpty()
                || groupPatterns.stream()
                        .anyMatch(pattern -> pattern.matcher(path).find());
    }

    /** Whether a group is the configured one or below it. */
    boolean isBelowGroup(String path) {
        return group.isEmpty() || path.equals(group) || path.startsWith(group + "/");
    }
}
