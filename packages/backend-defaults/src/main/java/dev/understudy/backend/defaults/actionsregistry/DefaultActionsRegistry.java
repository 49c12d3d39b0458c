// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import dev.understudy.backend.plugin.api.service.ActionDefinition;
import dev.understudy.backend.plugin.api.service.ActionsRegistryService;
import dev.understudy.backend.plugin.api.service.PermissionsRegistryService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions of one plugin, by id. */
final class DefaultActionsRegistry implements ActionsRegistryService {
    private final String pluginId;
    private final PermissionsRegistryService permissionsRegistry;
    private final Map<String, RegisteredAction> actions = new LinkedHashMap<>();

    DefaultActionsRegistry(String pluginId, PermissionsRegistryService permissionsRegistry) {
        this.pluginId = pluginId;
        this.permissionsRegistry = permissionsRegistry;
    }

    String pluginId() {
        return pluginId;
    }

    @Override
    public synchronized void register(ActionDefinition action) {
        var id = pluginId + ":" + action.name();
        if (actions.containsKey(id)) {
            throw new IllegalArgumentException("Action with id \"" + id + "\" is already registered");
        }
        action.visibilityPermission().ifPresent(permission -> permissionsRegistry.addPermissions(List.of(permission)));
        actions.put(id, new RegisteredAction(id, action));
    }

    synchronized List<RegisteredAction> all() {
        return List.copyOf(actions.values());
    }

    synchronized Optional<RegisteredAction> find(String id) {
        return Optional.ofNullable(actions.get(id));
    }
}
