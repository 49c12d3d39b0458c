// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.EventsService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.SchedulerService;
import dev.understudy.backend.plugin.api.service.SchedulerService.ScheduledTaskRunner;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.EntityProviderMutation;
import dev.understudy.catalog.node.ScheduledRefresh;
import dev.understudy.config.Config;
import dev.understudy.integration.ScmIntegrations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Provides locations for the catalog files in the repositories of organizations; all of them on a schedule, and those that
 * change when GitHub tells. Backstage counterpart of the same name.
 */
public final class GithubEntityProvider implements EntityProvider {
    private final GithubEntityProviderConfig config;
    private final GithubClients clients;
    private final LoggerService logger;
    private final EventsService events;
    private final ScheduledTaskRunner schedule;
    private final GithubCatalogFiles files;

    GithubEntityProvider(
            GithubEntityProviderConfig config,
            GithubClients clients,
            LoggerService logger,
            EventsService events,
            ScheduledTaskRunner schedule) {
        this.config = config;
        this.logger = logger.child(Map.of("target", nameOf(config)));
        this.clients = clients.withLogger(this.logger);
        this.events = events;
        this.schedule = schedule;
        this.files = new GithubCatalogFiles(nameOf(config), config);
    }

    /**
     * One provider for each section of {@code catalog.providers.github}.
     *
     * @throws IllegalArgumentException if a section is incomplete, or there is no integration for its host
     */
    public static List<GithubEntityProvider> fromConfig(
            Config config, LoggerService logger, EventsService events, SchedulerService scheduler) {
        return fromConfig(config, logger, events, scheduler, GithubHttp.create(logger));
    }

    static List<GithubEntityProvider> fromConfig(
            Config config, LoggerService logger, EventsService events, SchedulerService scheduler, GithubHttp http) {
        var providers = new ArrayList<GithubEntityProvider>();
        var configs = GithubEntityProviderConfig.readAll(config);
        var integrations = ScmIntegrations.fromConfig(config).github();
        for (var provider : configs) {
            var integration = integrations
                    .byHost(provider.host())
                    .orElseThrow(() -> new IllegalArgumentException("There is no GitHub config that matches host "
                            + provider.host()
                            + ". Please add a configuration entry for it under integrations.github"));
            providers.add(new GithubEntityProvider(
                    provider,
                    GithubClients.create(http, integration.config()),
                    logger,
                    events,
                    scheduler.createScheduledTaskRunner(provider.schedule())));
        }
        return List.copyOf(providers);
    }

    private static String nameOf(GithubEntityProviderConfig config) {
        return "github-provider:" + config.id();
    }

    @Override
    public String name() {
        return nameOf(config);
    }

    @Override
    public void connect(EntityProviderConnection connection) {
        var changes = new GithubRepositoryEvents(config, clients, files, connection, logger);
        events.subscribe(new EventSubscription(name(), GithubRepositoryEvents.TOPICS, changes::onEvent));
        new ScheduledRefresh(name(), "GithubEntityProvider", logger, schedule)
                .start(taskLogger -> refresh(connection, taskLogger));
    }

    private void refresh(EntityProviderConnection connection, LoggerService taskLogger)
            throws IOException, InterruptedException {
        var repositories = repositories();
        var entities = repositories.stream()
                .filter(config.filter()::accepts)
                .map(files::of)
                .toList();
        connection.applyMutation(EntityProviderMutation.full(entities));
        taskLogger.info(
                "Read " + repositories.size() + " GitHub repositories (" + entities.size() + " matching the pattern)");
    }

    private List<GithubRepository> repositories() throws IOException, InterruptedException {
        var repositories = new ArrayList<GithubRepository>();
        for (var organization : GithubRepositoryEvents.organizations(config, clients)) {
            repositories.addAll(clients.queries(organization, config.pageSizes())
                    .repositories(config.catalogPath(), config.filter().branch()));
        }
        if (config.validateLocationsExist()) {
            repositories.removeIf(repository -> !repository.hasCatalogFile());
        }
        return repositories;
    }
}
