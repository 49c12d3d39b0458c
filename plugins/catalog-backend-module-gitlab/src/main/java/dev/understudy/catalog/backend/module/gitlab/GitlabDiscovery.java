// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.LocationEntities;
import dev.understudy.integration.UriComponents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds the projects with catalog files that a section of the configuration describes. */
record GitlabDiscovery(GitlabProviderConfig config, GitlabClient client, String providerName, LoggerService logger) {

    /** The URLs of all catalog files. */
    Set<String> find() throws IOException, InterruptedException {
        logger.info(
                "Refreshing Gitlab entity discovery using " + (config.useSearch() ? "search" : "discovery") + " mode");
        return config.useSearch() ? search() : discover();
    }

    private Set<String> search() throws IOException, InterruptedException {
        logger.info("Using gitlab search API to lookup projects");
        var files = config.group().isEmpty()
                ? List.<JsonNode>of()
                : client.all(
                        "/groups/" + UriComponents.encode(config.group()) + "/search",
                        Map.of(
                                "group",
                                config.group(),
                                "search",
                                "filename:" + config.catalogFile(),
                                "per_page",
                                50,
                                "scope",
                                "blobs"));
        var urls = new LinkedHashSet<String>();
        for (var file : files) {
            var project = project(file.path("project_id").asLong(0));
            if (isWanted(project) && config.matchesGroupPattern(project.path())) {
                urls.add(url(
                        project,
                        file.path("ref").asString(""),
                        file.path("path").asString("")));
            }
        }
        logger.info("Processed " + urls.size() + " from " + files.size() + " found projects on API.");
        return urls;
    }

    private Set<String> discover() throws IOException, InterruptedException {
        var projects = new ArrayList<GitlabProject>();
        for (var group : groups()) {
            projects.addAll(projects(group));
        }
        var matching = new LinkedHashMap<Long, GitlabProject>();
        for (var project : projects) {
            if (hasCatalogFile(project)) {
                matching.put(project.id(), project);
            }
        }
        var urls = new LinkedHashSet<String>();
        matching.values()
                .forEach(project ->
                        urls.add(url(project, config.branchOf(project.defaultBranch()), config.catalogFile())));
        logger.info("Processed " + urls.size() + " from scanned " + projects.size() + " projects.");
        return urls;
    }

    private Set<String> groups() throws IOException, InterruptedException {
        if (config.groupPatterns().isEmpty()) {
            return Set.of(config.group());
        }
        var paths = new LinkedHashSet<String>();
        for (var group : client.all("/groups", Map.of("per_page", 50))) {
            var path = group.path("full_path").asString("");
            if (config.matchesGroupPattern(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    private List<GitlabProject> projects(String group) throws IOException, InterruptedException {
        var parameters = new LinkedHashMap<String, Object>(Map.of("group", group, "per_page", 50));
        if (!config.includeArchivedRepos()) {
            parameters.put("archived", false);
        }
        if (config.membership()) {
            parameters.put("membership", true);
        }
        config.topics().ifPresent(topics -> parameters.put("topic", topics));
        if (!config.skipForkedRepos()) {
            parameters.put("simple", true);
        }
        return projects(client, group, parameters);
    }

    /** The projects of a group and all below it, or all there are if the group is empty. */
    static List<GitlabProject> projects(GitlabClient client, String group, Map<String, Object> parameters)
            throws IOException, InterruptedException {
        var path = "/projects";
        if (!group.isEmpty()) {
            path = "/groups/" + UriComponents.encode(group) + "/projects";
            parameters.put("include_subgroups", true);
        }
        return client.all(path, parameters).stream().map(GitlabProject::of).toList();
    }

    GitlabProject project(long id) throws IOException, InterruptedException {
        return GitlabProject.of(client.get("/projects/" + id));
    }

    boolean hasCatalogFile(GitlabProject project) throws IOException, InterruptedException {
        return isWanted(project)
                && client.hasFile(project.id(), config.branchOf(project.defaultBranch()), config.catalogFile());
    }

    private boolean isWanted(GitlabProject project) {
        var path = project.path();
        if (!config.projectPattern().matcher(path).find()) {
            return skipped(path, "does not match the project pattern /" + config.projectPattern() + "/");
        }
        if (!config.group().isEmpty() && !path.startsWith(config.group() + "/")) {
            return skipped(path, "does not match the group pattern " + config.group());
        }
        if (config.skipForkedRepos() && project.isFork()) {
            return skipped(path, "is a forked project");
        }
        return !config.excludeRepos().contains(path) || skipped(path, "is excluded");
    }

    private boolean skipped(String path, String why) {
        logger.debug("Skipping project " + path + " as it " + why + ".");
        return false;
    }

    static String url(GitlabProject project, String branch, String file) {
        return project.webUrl() + "/-/blob/" + branch + "/" + file;
    }

    /** The entities for files at these URLs. */
    List<DeferredEntity> entities(Iterable<String> urls) {
        var entities = new ArrayList<DeferredEntity>();
        for (var url : urls) {
            var location = new LocationSpec("url", url, Optional.of(LocationSpec.Presence.OPTIONAL));
            entities.add(DeferredEntity.of(LocationEntities.create(location), providerName));
        }
        return entities;
    }
}
