// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import dev.understudy.backend.defaults.internal.ActionFilter;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.PermissionsService;
import dev.understudy.backend.plugin.api.service.PermissionsService.AuthorizeRequest;
import dev.understudy.config.Config;
import dev.understudy.errors.NotFoundException;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The actions of a plugin as far as configuration and permissions let them be seen. */
final class OfferedActions {
    private final DefaultActionsRegistry registry;
    private final Config config;
    private final PermissionsService permissions;

    OfferedActions(DefaultActionsRegistry registry, Config config, PermissionsService permissions) {
        this.registry = registry;
        this.config = config;
        this.permissions = permissions;
    }

    String pluginId() {
        return registry.pluginId();
    }

    List<RegisteredAction> visibleTo(BackstageCredentials credentials) {
        var configured = isPluginOffered() ? registry.all() : List.<RegisteredAction>of();
        var filter = ActionFilter.fromConfig(config);
        var offered = configured.stream()
                .filter(action -> filter.allows(action.id(), action.definition().attributes()))
                .toList();
        return permitted(offered, credentials);
    }

    /**
     * @throws NotFoundException when there is no such action, or it is not to be seen
     */
    RegisteredAction require(String id, BackstageCredentials credentials) {
        return registry.find(id)
                .filter(action -> isPluginOffered()
                        && ActionFilter.fromConfig(config)
                                .allows(action.id(), action.definition().attributes()))
                .filter(action -> !permitted(List.of(action), credentials).isEmpty())
                .orElseThrow(() -> new NotFoundException("Action \"" + id + "\" not found"));
    }

    private boolean isPluginOffered() {
        return ActionFilter.pluginSources(config)
                .map(sources -> sources.contains(registry.pluginId()))
                .orElse(true);
    }

    private List<RegisteredAction> permitted(List<RegisteredAction> actions, BackstageCredentials credentials) {
        var guarded = actions.stream()
                .filter(action -> action.definition().visibilityPermission().isPresent())
                .toList();
        if (guarded.isEmpty()) {
            return actions;
        }
        var decisions = permissions.authorize(
                guarded.stream()
                        .map(OfferedActions::question)
                        .flatMap(Optional::stream)
                        .toList(),
                credentials);
        var denied = new HashSet<RegisteredAction>();
        for (int index = 0; index < guarded.size(); index++) {
            if (decisions.get(index) != DefinitivePolicyDecision.ALLOW) {
                denied.add(guarded.get(index));
            }
        }
        return actions.stream().filter(action -> !denied.contains(action)).toList();
    }

    private static Optional<AuthorizeRequest> question(RegisteredAction action) {
        return action.definition().visibilityPermission().map(AuthorizeRequest::of);
    }
}
