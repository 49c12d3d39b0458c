// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Provides locations for the catalog files in projects; all of them on a schedule, and those that change when GitLab tells.
 * Backstage counterpart of the same name.
 */
public final class GitlabDiscoveryEntityProvider implements EntityProvider {
    private final GitlabDiscovery discovery;
    private final EventsService events;
    private final ScheduledTaskRunner schedule;

    private GitlabDiscoveryEntityProvider(
            GitlabDiscovery discovery, EventsService events, ScheduledTaskRunner schedule) {
        this.discovery = discovery;
        this.events = events;
        this.schedule = schedule;
    }

    /**
     * One provider for each section of {@code catalog.providers.gitlab}.
     *
     * @throws IllegalArgumentException if there is no integration for a section's host, or it has no schedule
     */
    public static List<GitlabDiscoveryEntityProvider> fromConfig(
            Config config, LoggerService logger, EventsService events, SchedulerService scheduler) {
        var providers = new ArrayList<GitlabDiscoveryEntityProvider>();
        var sections = GitlabProviderConfig.readAll(config);
        var integrations = ScmIntegrations.fromConfig(config).gitlab();
        for (var section : sections) {
            var name = "GitlabDiscoveryEntityProvider:" + section.id();
            var integration = integrations
                    .byHost(section.host())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "No gitlab integration found that matches host " + section.host()));
            var schedule = section.schedule()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "No schedule provided neither via code nor config for " + name + "."));
            var target = logger.child(Map.of("target", name));
            var client = GitlabClient.create(integration.config(), target);
            providers.add(new GitlabDiscoveryEntityProvider(
                    new GitlabDiscovery(section, client, name, target),
                    events,
                    scheduler.createScheduledTaskRunner(schedule)));
        }
        return List.copyOf(providers);
    }

    @Override
    public String name() {
        return discovery.providerName();
    }

    @Override
    public void connect(EntityProviderConnection connection) {
        new ScheduledRefresh(name(), "GitlabDiscoveryEntityProvider", discovery.logger(), schedule).start(logger -> {
            var entities = discovery.entities(discovery.find());
            connection.applyMutation(EntityProviderMutation.full(entities));
            logger.info("Processed " + entities.size() + " locations");
        });
        var pushes = new GitlabPushes(discovery, connection);
        events.subscribe(new EventSubscription(name(), List.of(GitlabPushes.TOPIC), pushes::onEvent));
    }
}
