// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.backend.plugin.api.service.CacheService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import dev.understudy.catalog.node.CatalogProcessorParser;
import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.config.Config;
import dev.understudy.integration.GitLabIntegration;
import dev.understudy.integration.ScmIntegrations;
import dev.understudy.integration.ScmIntegrationsGroup;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads locations of type {@code gitlab-discovery}: a group, a branch, and a path in each project. Only what changed since
 * the last time is looked at. A provider serves better. Backstage counterpart of the same name.
 */
public final class GitLabDiscoveryProcessor implements CatalogProcessor {
    private static final String LAST_ACTIVITY = "processors/GitLabDiscoveryProcessor/last-activity";

    private final ScmIntegrationsGroup<GitLabIntegration> integrations;
    private final CacheService cache;
    private final LoggerService logger;
    private final Options options;
    private final Clock clock;

    /** Which projects to leave out. */
    public record Options(
            boolean skipReposWithoutExactFileMatch, boolean skipForkedRepos, boolean includeArchivedRepos) {
        /** Archived ones only. */
        public static final Options DEFAULT = new Options(false, false, false);
    }

    private GitLabDiscoveryProcessor(
            ScmIntegrationsGroup<GitLabIntegration> integrations,
            CacheService cache,
            LoggerService logger,
            Options options,
            Clock clock) {
        this.integrations = integrations;
        this.cache = cache;
        this.logger = logger;
        this.options = options;
        this.clock = clock;
    }

    /** For all configured hosts. */
    public static GitLabDiscoveryProcessor fromConfig(
            Config config, CacheService cache, LoggerService logger, Options options) {
        return new GitLabDiscoveryProcessor(
                ScmIntegrations.fromConfig(config).gitlab(), cache, logger, options, Clock.systemUTC());
    }

    @Override
    public String name() {
        return "GitLabDiscoveryProcessor";
    }

    @Override
    public boolean readLocation(
            LocationSpec location,
            boolean optional,
            CatalogProcessorEmit emit,
            CatalogProcessorParser parser,
            CatalogProcessorCache processorCache)
            throws IOException, InterruptedException {
        if (!location.type().equals("gitlab-discovery")) {
            return false;
        }
        var start = clock.instant();
        var target = GitlabDiscoveryTarget.parse(location.target());
        var integration = integrations
                .byUrl("https://" + target.host())
                .orElseThrow(() -> new IllegalArgumentException("There is no GitLab integration that matches "
                        + target.host()
                        + ". Please add a configuration entry for it under integrations.gitlab"));
        var client = GitlabClient.create(integration.config(), logger);
        logger.debug("Reading GitLab projects from " + location.target());
        var scanned = 0;
        for (var project : GitlabDiscovery.projects(client, target.group(), parameters(target))) {
            scanned++;
            var branch = target.branch().orElse(project.defaultBranch());
            if (!branch.isEmpty() && isWanted(client, project, branch, target)) {
                emit.emit(CatalogProcessorResult.location(new LocationSpec(
                        "url",
                        GitlabDiscovery.url(project, branch, target.catalogPath()),
                        Optional.of(LocationSpec.Presence.OPTIONAL))));
            }
        }
        cache.set(LAST_ACTIVITY, JsonNodeFactory.instance.stringNode(start.toString()));
        logger.debug("Read " + scanned + " GitLab repositories");
        return true;
    }

    private Map<String, Object> parameters(GitlabDiscoveryTarget target) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("group", target.group());
        cache.get(LAST_ACTIVITY).map(JsonNode::asString).ifPresent(time -> parameters.put("last_activity_after", time));
        if (!options.includeArchivedRepos()) {
            parameters.put("archived", false);
        }
        if (!options.skipForkedRepos()) {
            parameters.put("simple", true);
        }
        return parameters;
    }

    private boolean isWanted(GitlabClient client, GitlabProject project, String branch, GitlabDiscoveryTarget target)
            throws IOException, InterruptedException {
        return !(options.skipForkedRepos() && project.isFork())
                && (!options.skipReposWithoutExactFileMatch()
                        || client.hasFile(project.id(), branch, target.catalogPath()));
    }
}
