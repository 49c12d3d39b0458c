// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.EventsService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.SchedulerService;
import dev.understudy.backend.plugin.api.service.SchedulerService.ScheduledTaskRunner;
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

/**
 * Provides users and groups; all of them on a schedule, and those that change when GitLab tells. Backstage counterpart of
 * the same name.
 */
public final class GitlabOrgDiscoveryEntityProvider implements EntityProvider {
    private final GitlabMembers members;
    private final GitlabOrgEntities entities;
    private final EventsService events;
    private final ScheduledTaskRunner schedule;
    private final LoggerService logger;

    private GitlabOrgDiscoveryEntityProvider(
            GitlabMembers members,
            GitlabOrgEntities entities,
            EventsService events,
            ScheduledTaskRunner schedule,
            LoggerService logger) {
        this.members = members;
        this.entities = entities;
        this.events = events;
        this.schedule = schedule;
        this.logger = logger;
    }

    /**
     * One provider for each section of {@code catalog.providers.gitlab} with {@code orgEnabled}.
     *
     * @throws IllegalArgumentException if there is no integration for a section's host, or it lacks a schedule or, at
     *     gitlab.com, a group
     */
    public static List<GitlabOrgDiscoveryEntityProvider> fromConfig(
            Config config,
            LoggerService logger,
            EventsService events,
            SchedulerService scheduler,
            GitlabTransformers transformers) {
        var providers = new ArrayList<GitlabOrgDiscoveryEntityProvider>();
        var sections = GitlabProviderConfig.readAll(config);
        var integrations = ScmIntegrations.fromConfig(config).gitlab();
        for (var section : sections) {
            if (!section.orgEnabled()) {
                logger.info("Org not enabled for " + section.id() + ".");
                continue;
            }
            var name = "GitlabOrgDiscoveryEntityProvider:" + section.id();
            var integration = integrations
                    .byHost(section.host())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "No gitlab integration found that matches host " + section.host()))
                    .config();
            if (section.group().isEmpty() && section.host().equals("gitlab.com")) {
                throw new IllegalArgumentException("Missing 'group' value for " + name + ".");
            }
            var schedule = section.schedule()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "No schedule provided neither via code nor config for " + name + "."));
            var target = logger.child(Map.of("target", name));
            var organization = new GitlabOrganization(GitlabClient.create(integration, target));
            providers.add(new GitlabOrgDiscoveryEntityProvider(
                    new GitlabMembers(section, organization),
                    new GitlabOrgEntities(name, integration.host(), integration.baseUrl(), section, transformers),
                    events,
                    scheduler.createScheduledTaskRunner(schedule),
                    target));
        }
        return List.copyOf(providers);
    }

    @Override
    public String name() {
        return entities.providerName();
    }

    @Override
    public void connect(EntityProviderConnection connection) {
        new ScheduledRefresh(name(), "GitlabOrgDiscoveryEntityProvider", logger, schedule)
                .start(taskLogger -> refresh(connection, taskLogger));
        var changes = new GitlabOrgEvents(members, entities, connection, logger);
        events.subscribe(new EventSubscription(name(), GitlabOrgEvents.TOPICS, changes::onEvent));
    }

    private void refresh(EntityProviderConnection connection, LoggerService taskLogger)
            throws IOException, InterruptedException {
        var found = members.read(taskLogger);
        var users = new ArrayList<Entity>();
        found.users().forEach(user -> users.add(entities.user(user)));
        var groups = entities.groups(found.groups());
        taskLogger.info("Scanned " + found.scannedUsers() + " users and processed " + users.size() + " users");
        taskLogger.info("Scanned " + found.scannedGroups() + " groups and processed " + groups.size() + " groups");
        users.addAll(groups);
        connection.applyMutation(entities.all(users));
    }
}
