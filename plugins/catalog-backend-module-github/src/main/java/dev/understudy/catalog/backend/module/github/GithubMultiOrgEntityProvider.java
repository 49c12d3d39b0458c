// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.ScheduledRefresh;
import dev.understudy.config.Config;
import dev.understudy.integration.GithubCredentials;
import dev.understudy.integration.ScmIntegrations;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Provides the users and teams of several organizations; users are shared, teams have a namespace for each organization.
 * Backstage counterpart of the same name.
 */
public final class GithubMultiOrgEntityProvider implements EntityProvider {
    private static final List<String> TOPICS =
            List.of("github.installation", "github.membership", "github.organization", "github.team");

    private final GithubOrgOptions options;
    private final List<String> configured;
    private final TeamTransformer teamTransformer;
    private final GithubClients clients;
    private final SuspendedUsers suspended;
    private volatile @Nullable EntityProviderConnection connection;

    private GithubMultiOrgEntityProvider(
            GithubOrgOptions options, List<String> configured, TeamTransformer teamTransformer, GithubClients clients) {
        this.options = options;
        this.configured = List.copyOf(configured);
        this.teamTransformer = teamTransformer;
        this.clients = clients;
        this.suspended = new SuspendedUsers(clients, options.cache());
    }

    /**
     * A provider for organizations at one host.
     *
     * @param githubUrl the host, such as {@code https://github.com}
     * @param organizations their names; if there are none, all that have installed one of the host's apps
     * @param alwaysUseDefaultNamespace whether groups get no namespace of their own
     * @throws IllegalArgumentException if there is no integration for the URL
     */
    public static GithubMultiOrgEntityProvider fromConfig(
            Config config,
            String githubUrl,
            List<String> organizations,
            boolean alwaysUseDefaultNamespace,
            GithubOrgOptions options) {
        return fromConfig(
                config,
                githubUrl,
                organizations,
                alwaysUseDefaultNamespace,
                options,
                GithubHttp.create(options.logger()));
    }

    static GithubMultiOrgEntityProvider fromConfig(
            Config config,
            String githubUrl,
            List<String> organizations,
            boolean alwaysUseDefaultNamespace,
            GithubOrgOptions options,
            GithubHttp http) {
        var integration = ScmIntegrations.fromConfig(config)
                .github()
                .byUrl(githubUrl)
                .orElseThrow(() -> new IllegalArgumentException("There is no GitHub integration that matches "
                        + githubUrl
                        + ". Please add a configuration entry for it under integrations.github."));
        var logger = options.logger().child(Map.of("target", githubUrl));
        return new GithubMultiOrgEntityProvider(
                options.withLogger(logger),
                organizations,
                options.teamTransformer().orElse(new MultiOrgTeamTransformer(alwaysUseDefaultNamespace)),
                GithubClients.create(http.withLogger(logger), integration.config()));
    }

    @Override
    public String name() {
        return "GithubMultiOrgEntityProvider:" + options.id();
    }

    @Override
    public void connect(EntityProviderConnection newConnection) {
        connection = newConnection;
        var changes = new GithubMultiOrgEvents(
                this::organizations, this::organization, entities(), newConnection, options.logger());
        options.events().subscribe(new EventSubscription(name(), TOPICS, changes::onEvent));
        options.schedule()
                .ifPresent(schedule -> new ScheduledRefresh(
                                name(), "GithubMultiOrgEntityProvider", options.logger(), schedule)
                        .start(this::read));
    }

    /**
     * Reads all users and teams once; needed only without a schedule.
     *
     * @throws IllegalStateException before the provider is connected, and for an organization without credentials
     */
    public void read() throws IOException, InterruptedException {
        read(options.logger());
    }

    private void read(LoggerService logger) throws IOException, InterruptedException {
        var current = connection;
        if (current == null) {
            throw new IllegalStateException("Not initialized");
        }
        var progress = new ReadProgress(logger, "groups");
        var found = new SharedUsers();
        for (var name : organizations()) {
            var source = organization(name, new OrgCredentials(clients, logger).require(name));
            logger.info("Reading GitHub users and teams for org: " + name);
            found.add(source.users(), OrgHierarchy.ofGroups(source.teams()));
        }
        progress.read(found.users().size(), found.groups().size());
        current.applyMutation(entities().all(found.all()));
        progress.committed();
    }

    private List<String> organizations() throws IOException, InterruptedException {
        return configured.isEmpty() ? clients.organizations(Optional.empty()) : configured;
    }

    private GithubOrganization organization(String name) throws IOException, InterruptedException {
        return organization(name, clients.credentialsOf(name));
    }

    private GithubOrganization organization(String name, GithubCredentials credentials) {
        var queries = clients.queries(name, credentials, options.pageSizes());
        return new GithubOrganization(queries, options, teamTransformer, suspended);
    }

    private OrgEntities entities() {
        return new OrgEntities("github-multi-org-provider:" + options.id(), clients.host(), Optional.empty());
    }
}
