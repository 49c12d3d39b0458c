// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import dev.understudy.catalog.node.CatalogProcessorParser;
import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.config.Config;
import dev.understudy.integration.ScmIntegrations;
import java.io.IOException;

/**
 * Reads locations of type {@code github-org}: the users and teams of an organization. A provider serves better. Backstage
 * counterpart of the same name.
 */
public final class GithubOrgReaderProcessor implements CatalogProcessor {
    private final GithubHosts hosts;
    private final LoggerService logger;

    GithubOrgReaderProcessor(GithubHosts hosts, LoggerService logger) {
        this.hosts = hosts;
        this.logger = logger;
    }

    /** For all configured hosts. */
    public static GithubOrgReaderProcessor fromConfig(Config config, LoggerService logger) {
        return new GithubOrgReaderProcessor(
                GithubHosts.create(GithubHttp.create(logger), ScmIntegrations.fromConfig(config)), logger);
    }

    @Override
    public String name() {
        return "GithubOrgReaderProcessor";
    }

    @Override
    public boolean readLocation(
            LocationSpec location,
            boolean optional,
            CatalogProcessorEmit emit,
            CatalogProcessorParser parser,
            CatalogProcessorCache cache)
            throws IOException, InterruptedException {
        if (!location.type().equals("github-org")) {
            return false;
        }
        var clients = hosts.byUrl(location.target())
                .orElseThrow(() -> new IllegalArgumentException("There is no GitHub Org provider that matches "
                        + location.target() + ". Please add a configuration for an integration."));
        var queries = clients.queries(GithubOrgUrl.organization(location.target()), GithubPageSizes.DEFAULT);
        logger.info("Reading GitHub users and groups");
        var users = queries.users(DefaultTransformers.user(), false, _ -> true);
        var teams = OrgHierarchy.ofGroups(queries.teams(DefaultTransformers.team()));
        logger.debug("Read " + users.size() + " GitHub users and " + teams.size() + " GitHub teams");
        teams.forEach(team -> emit.emit(CatalogProcessorResult.entity(location, team)));
        OrgHierarchy.withGroups(users, teams).forEach(user -> emit.emit(CatalogProcessorResult.entity(location, user)));
        return true;
    }
}
