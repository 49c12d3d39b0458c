// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.ErrorNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads which users and groups there are, and who belongs to which. */
record GitlabMembers(GitlabProviderConfig config, GitlabOrganization organization) {
    /** What was found, and how much was looked at; users know their groups, and groups without users are left out. */
    record Found(List<GitlabUser> users, List<GitlabGroup> groups, int scannedUsers, int scannedGroups) {}

    private record Sources(List<GitlabUser> users, List<GitlabGroup> groups) {}

    Found read(LoggerService logger) throws IOException, InterruptedException {
        var sources = sources(logger);
        var users = new LinkedHashMap<Long, GitlabUser>();
        var scannedUsers = 0;
        for (var user : sources.users()) {
            if (users.containsKey(user.id())) {
                continue;
            }
            scannedUsers++;
            if (isWanted(user)) {
                users.put(user.id(), user);
            } else {
                logger.debug("Skipped user: " + user.username());
            }
        }
        var groupsOfUsers = new LinkedHashMap<Long, List<GitlabGroup>>();
        var groups = new LinkedHashSet<GitlabGroup>();
        for (var group : sources.groups()) {
            if (!isWanted(group)) {
                logger.debug("Skipped group: " + group.fullPath());
                continue;
            }
            logger.debug("Processed group: " + group.fullPath());
            for (var member : members(group, logger)) {
                if (users.containsKey(member.id())) {
                    groupsOfUsers
                            .computeIfAbsent(member.id(), _ -> new ArrayList<>())
                            .add(group);
                    groups.add(group);
                }
            }
        }
        var complete = users.values().stream()
                .map(user -> user.withGroups(groupsOfUsers.getOrDefault(user.id(), List.of())))
                .toList();
        return new Found(
                complete, List.copyOf(groups), scannedUsers, sources.groups().size());
    }

    private Sources sources(LoggerService logger) throws IOException, InterruptedException {
        var selfManaged = organization.client().isSelfManaged();
        if (selfManaged && !config.restrictUsersToGroup()) {
            return new Sources(
                    organization.users(), organization.groups(Map.of("per_page", 100, "all_available", true)));
        }
        var groups = new ArrayList<>(organization.descendants(config.group()));
        var descendants = List.copyOf(groups);
        groups.add(organization.group(config.group()));
        return new Sources(selfManaged ? organization.members(config.group()) : saasUsers(descendants, logger), groups);
    }

    private List<GitlabUser> saasUsers(List<GitlabGroup> descendants, LoggerService logger)
            throws IOException, InterruptedException {
        var paths = new ArrayList<String>();
        if (config.restrictUsersToGroup()) {
            paths.add(config.group());
        } else {
            var slash = config.group().indexOf('/');
            paths.add(slash < 0 ? config.group() : config.group().substring(0, slash));
            descendants.forEach(group -> paths.add(String.valueOf(group.id())));
        }
        var users = new ArrayList<GitlabUser>();
        for (var path : paths) {
            logger.debug("Fetching users for group: " + path);
            users.addAll(organization.saasUsers(path, config.includeUsersWithoutSeat()));
        }
        return users;
    }

    private List<GitlabUser> members(GitlabGroup group, LoggerService logger) throws InterruptedException {
        try {
            return members(group);
        } catch (IOException | RuntimeException failure) {
            logger.error("Failed fetching users for group '" + group.fullPath() + "': " + ErrorNames.describe(failure));
            return List.of();
        }
    }

    List<GitlabUser> members(GitlabGroup group) throws IOException, InterruptedException {
        var relations = new LinkedHashSet<String>(List.of("DIRECT"));
        relations.addAll(config.relations());
        return organization.members(group.fullPath(), List.copyOf(relations));
    }

    boolean isWanted(GitlabUser user) {
        return user.state().equals(GitlabUser.ACTIVE)
                && config.userPattern()
                        .matcher(user.email().orElse(user.username()))
                        .find();
    }

    boolean isWanted(GitlabGroup group) {
        return config.matchesGroupPattern(group.fullPath()) && config.isBelowGroup(group.fullPath());
    }
}
