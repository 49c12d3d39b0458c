// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import dev.understudy.catalog.node.CatalogProcessorParser;
import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.config.Config;
import dev.understudy.errors.ErrorNames;
import dev.understudy.integration.ScmIntegrations;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads locations of type {@code github-multi-org}: the users and teams of all organizations that {@code
 * catalog.processors.githubMultiOrg} lists, or that have installed an app. A provider serves better. Backstage counterpart
 * of the same name.
 */
public final class GithubMultiOrgReaderProcessor implements CatalogProcessor {
    private final GithubHosts hosts;
    private final List<NamespacedOrganization> configured;
    private final UserTransformer userTransformer;
    private final TeamTransformer teamTransformer;
    private final LoggerService logger;

    GithubMultiOrgReaderProcessor(GithubHosts hosts, List<NamespacedOrganization> configured, LoggerService logger) {
        this(hosts, configured, DefaultTransformers.user(), DefaultTransformers.team(), logger);
    }

    private GithubMultiOrgReaderProcessor(
            GithubHosts hosts,
            List<NamespacedOrganization> configured,
            UserTransformer userTransformer,
            TeamTransformer teamTransformer,
            LoggerService logger) {
        this.hosts = hosts;
        this.configured = List.copyOf(configured);
        this.userTransformer = userTransformer;
        this.teamTransformer = teamTransformer;
        this.logger = logger;
    }

    /** For all configured hosts. */
    public static GithubMultiOrgReaderProcessor fromConfig(Config config, LoggerService logger) {
        var hosts = GithubHosts.create(GithubHttp.create(logger), ScmIntegrations.fromConfig(config));
        return new GithubMultiOrgReaderProcessor(hosts, NamespacedOrganization.readAll(config), logger);
    }

    /** The same, with other users and groups. They keep the namespaces, and groups the members, that they always get. */
    public GithubMultiOrgReaderProcessor withTransformers(
            UserTransformer userTransformer, TeamTransformer teamTransformer) {
        return new GithubMultiOrgReaderProcessor(hosts, configured, userTransformer, teamTransformer, logger);
    }

    @Override
    public String name() {
        return "GithubMultiOrgReaderProcessor";
    }

    @Override
    public boolean readLocation(
            LocationSpec location,
            boolean optional,
            CatalogProcessorEmit emit,
            CatalogProcessorParser parser,
            CatalogProcessorCache cache)
            throws IOException, InterruptedException {
        if (!location.type().equals("github-multi-org")) {
            return false;
        }
        var clients = hosts.ofLocation(location.target());
        var users = new LinkedHashMap<String, Entity>();
        for (var organization : organizations(clients)) {
            try {
                read(clients, organization, users)
                        .forEach(team -> emit.emit(CatalogProcessorResult.entity(location, team)));
            } catch (IOException | RuntimeException failure) {
                logger.error("Failed to read GitHub org data for " + organization.name() + ": "
                        + ErrorNames.describe(failure));
            }
        }
        users.values().forEach(user -> emit.emit(CatalogProcessorResult.entity(location, user)));
        return true;
    }

    private List<NamespacedOrganization> organizations(GithubClients clients) throws IOException, InterruptedException {
        return configured.isEmpty()
                ? clients.organizations(Optional.empty()).stream()
                        .map(NamespacedOrganization::of)
                        .toList()
                : configured;
    }

    private List<Entity> read(GithubClients clients, NamespacedOrganization organization, Map<String, Entity> users)
            throws IOException, InterruptedException {
        var queries = clients.queries(organization.name(), GithubPageSizes.DEFAULT);
        logger.info("Reading GitHub users and teams for org: " + organization.name());
        var found = queries.users(organization.users(userTransformer), false, _ -> true);
        var teams = OrgHierarchy.ofGroups(queries.teams(organization.teams(teamTransformer)));
        logger.debug("Read " + found.size() + " GitHub users and " + teams.size() + " GitHub teams from "
                + organization.name());
        var seen = found.stream()
                .map(user -> users.getOrDefault(user.ref().stringify(), user))
                .toList();
        OrgHierarchy.withGroups(seen, teams)
                .forEach(user -> users.put(user.ref().stringify(), user));
        return teams;
    }
}
