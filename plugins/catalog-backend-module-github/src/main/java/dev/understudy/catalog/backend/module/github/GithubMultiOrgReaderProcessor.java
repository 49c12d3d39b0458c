// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import static dev.understudy.catalog.model.Entity.DEFAULT_NAMESPACE;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads locations of type {@code github-multi-org}: the users and teams of all organizations that {@code
 * catalog.processors.githubMultiOrg} lists, or that have installed an app. A provider serves better. Backstage counterpart
 * of the same name.
 */
public final class GithubMultiOrgReaderProcessor implements CatalogProcessor {
    private final GithubHosts hosts;
    private final List<Organization> configured;
    private final LoggerService logger;

    /** An organization and the namespaces of what is found in it. */
    record Organization(String name, String groupNamespace, Optional<String> userNamespace) {
        static Organization read(Config config) {
            var name = config.string("name");
            return new Organization(
                    name,
                    config.optionalString("groupNamespace").orElse(name).toLowerCase(Locale.ROOT),
                    config.optionalString("userNamespace"));
        }
    }

    GithubMultiOrgReaderProcessor(GithubHosts hosts, List<Organization> configured, LoggerService logger) {
        this.hosts = hosts;
        this.configured = List.copyOf(configured);
        this.logger = logger;
    }

    /** For all configured hosts. */
    public static GithubMultiOrgReaderProcessor fromConfig(Config config, LoggerService logger) {
        var hosts = GithubHosts.create(GithubHttp.create(logger), ScmIntegrations.fromConfig(config));
        return new GithubMultiOrgReaderProcessor(hosts, organizations(config), logger);
    }

    static List<Organization> organizations(Config config) {
        return config.optionalConfigArray("catalog.processors.githubMultiOrg.orgs").orElse(List.of()).stream()
                .map(Organization::read)
                .toList();
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

    private List<Organization> organizations(GithubClients clients) throws IOException, InterruptedException {
        return configured.isEmpty()
                ? clients.organizations(Optional.empty()).stream()
                        .map(name -> new Organization(name, name.toLowerCase(Locale.ROOT), Optional.empty()))
                        .toList()
                : configured;
    }

    private List<Entity> read(GithubClients clients, Organization organization, Map<String, Entity> users)
            throws IOException, InterruptedException {
        var queries = clients.queries(organization.name(), GithubPageSizes.DEFAULT);
        logger.info("Reading GitHub users and teams for org: " + organization.name());
        var found = queries.users(users(organization), false, _ -> true);
        var teams = OrgHierarchy.ofGroups(queries.teams(teams(organization)));
        logger.debug("Read " + found.size() + " GitHub users and " + teams.size() + " GitHub teams from "
                + organization.name());
        var seen = found.stream()
                .map(user -> users.getOrDefault(user.ref().stringify(), user))
                .toList();
        OrgHierarchy.withGroups(seen, teams)
                .forEach(user -> users.put(user.ref().stringify(), user));
        return teams;
    }

    private static UserTransformer users(Organization organization) {
        return (user, context) -> DefaultTransformers.user()
                .transform(user, context)
                .map(entity -> organization
                        .userNamespace()
                        .map(namespace -> inNamespace(entity, namespace))
                        .orElse(entity));
    }

    private static TeamTransformer teams(Organization organization) {
        return (team, context) -> DefaultTransformers.team()
                .transform(team, context)
                .map(entity -> {
                    var group = inNamespace(entity, organization.groupNamespace());
                    var members = group.json().withObject("/spec").putArray("members");
                    var namespace = organization.userNamespace().orElse(DEFAULT_NAMESPACE);
                    team.members().forEach(member -> members.add(namespace + "/" + member.login()));
                    return group;
                });
    }

    private static Entity inNamespace(Entity entity, String namespace) {
        var copy = entity.json().deepCopy();
        copy.withObject("/metadata").put("namespace", namespace);
        return new Entity(copy);
    }
}
