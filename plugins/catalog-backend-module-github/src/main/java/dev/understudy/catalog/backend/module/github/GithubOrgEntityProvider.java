// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.ScheduledRefresh;
import dev.understudy.config.Config;
import dev.understudy.integration.ScmIntegrations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Provides the users and teams of one organization; all of them on a schedule, and those that change when GitHub tells.
 * Backstage counterpart of the same name.
 */
public final class GithubOrgEntityProvider implements EntityProvider {
    private static final List<String> TOPICS = List.of("github.membership", "github.organization", "github.team");

    private final GithubOrgOptions options;
    private final String organization;
    private final GithubClients clients;
    private final SuspendedUsers suspended;
    private volatile @Nullable EntityProviderConnection connection;

    private GithubOrgEntityProvider(GithubOrgOptions options, String organization, GithubClients clients) {
        this.options = options;
        this.organization = organization;
        this.clients = clients;
        this.suspended = new SuspendedUsers(clients, options.cache());
    }

    /**
     * A provider for the organization at a URL such as {@code https://github.com/backstage}.
     *
     * @throws IllegalArgumentException if there is no integration for the URL, or it is not an organization's
     */
    public static GithubOrgEntityProvider fromConfig(Config config, String orgUrl, GithubOrgOptions options) {
        return fromConfig(config, orgUrl, options, GithubHttp.create(options.logger()));
    }

    static GithubOrgEntityProvider fromConfig(Config config, String orgUrl, GithubOrgOptions options, GithubHttp http) {
        var integration = ScmIntegrations.fromConfig(config)
                .github()
                .byUrl(orgUrl)
                .orElseThrow(() -> new IllegalArgumentException("There is no GitHub Org provider that matches " + orgUrl
                        + ". Please add a configuration for an integration."));
        var logger = options.logger().child(Map.of("target", orgUrl));
        return new GithubOrgEntityProvider(
                options.withLogger(logger),
                GithubOrgUrl.organization(orgUrl),
                GithubClients.create(http.withLogger(logger), integration.config()));
    }

    @Override
    public String name() {
        return "GithubOrgEntityProvider:" + options.id();
    }

    @Override
    public void connect(EntityProviderConnection newConnection) {
        connection = newConnection;
        var changes = new GithubOrgEvents(this::organization, this::entities, newConnection, options.logger());
        options.events().subscribe(new EventSubscription(name(), TOPICS, changes::onEvent));
        options.schedule()
                .ifPresent(
                        schedule -> new ScheduledRefresh(name(), "GithubOrgEntityProvider", options.logger(), schedule)
                                .start(this::read));
    }

    /**
     * Reads all users and teams once; needed only without a schedule.
     *
     * @throws IllegalStateException before the provider is connected
     */
    public void read() throws IOException, InterruptedException {
        read(options.logger());
    }

    private void read(LoggerService logger) throws IOException, InterruptedException {
        var current = connection;
        if (current == null) {
            throw new IllegalStateException("Not initialized");
        }
        var progress = new ReadProgress(logger, "teams");
        var source = organization();
        var users = source.users();
        var teams = OrgHierarchy.ofGroups(source.teams());
        var members = OrgHierarchy.withGroups(users, teams);
        progress.read(members.size(), teams.size());
        var all = new ArrayList<Entity>(members);
        all.addAll(teams);
        current.applyMutation(entities(organization).all(all));
        progress.committed();
    }

    private GithubOrganization organization() throws IOException, InterruptedException {
        return new GithubOrganization(
                clients.queries(organization, options.pageSizes()),
                options,
                options.teamTransformer().orElseGet(DefaultTransformers::team),
                suspended);
    }

    private OrgEntities entities(String owner) {
        return new OrgEntities("github-org-provider:" + options.id(), clients.host(), Optional.of(owner));
    }
}
