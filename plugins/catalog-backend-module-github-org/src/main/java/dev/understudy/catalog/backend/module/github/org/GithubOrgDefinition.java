// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github.org;

import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.catalog.backend.module.github.GithubPageSizes;
import dev.understudy.config.Config;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One section of {@code catalog.providers.githubOrg}. */
record GithubOrgDefinition(
        String id,
        String githubUrl,
        List<String> orgs,
        TaskSchedule schedule,
        GithubPageSizes pageSizes,
        boolean excludeSuspendedUsers,
        boolean checkSuspendedUsersWithRest,
        boolean useVerifiedEmails) {
    private static final String KEY = "catalog.providers.githubOrg";

    /** Reads one section or a list of them. */
    static List<GithubOrgDefinition> readAll(Config config) {
        var value = config.optionalValue(KEY);
        if (value.isEmpty()) {
            return List.of();
        }
        var sections =
                value.filter(JsonNode::isArray).isPresent() ? config.configArray(KEY) : List.of(config.config(KEY));
        return sections.stream().map(GithubOrgDefinition::read).toList();
    }

    private static GithubOrgDefinition read(Config config) {
        return new GithubOrgDefinition(
                config.string("id"),
                config.string("githubUrl"),
                config.optionalStringArray("orgs").orElse(List.of()),
                TaskSchedule.fromConfig(config.config("schedule")),
                GithubPageSizes.fromConfig(config),
                config.optionalBool("excludeSuspendedUsers").orElse(false),
                config.optionalBool("experimental_checkForSuspendedUsersWithRest")
                        .orElse(false),
                config.optionalBool("defaultUserTransformer.useVerifiedEmails").orElse(false));
    }
}
