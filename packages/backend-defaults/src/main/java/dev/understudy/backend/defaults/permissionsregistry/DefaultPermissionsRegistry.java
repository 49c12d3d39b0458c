// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissionsregistry;

import dev.understudy.backend.plugin.api.service.PermissionsRegistryService;
import dev.understudy.permission.common.Permission;
import dev.understudy.permission.node.PermissionResourceRef;
import dev.understudy.permission.node.PermissionResourceType;
import dev.understudy.permission.node.PermissionRule;
import dev.understudy.permission.node.PermissionRuleset;
import java.util.List;

/** The registry of one plugin, open until the plugin has started. */
final class DefaultPermissionsRegistry implements PermissionsRegistryService {
    private final String pluginId;
    private final PermissionMetadataStore store;
    private volatile boolean started;

    DefaultPermissionsRegistry(String pluginId, PermissionMetadataStore store) {
        this.pluginId = pluginId;
        this.store = store;
    }

    /** Refuses everything from now on. */
    void close() {
        started = true;
    }

    @Override
    public <R, Q> void addResourceType(PermissionResourceType<R, Q> resource) {
        requireNotStarted("permission resource types");
        requireOwn(resource.resourceRef());
        store.addResourceType(resource);
    }

    @Override
    public void addPermissions(List<? extends Permission> permissions) {
        requireNotStarted("permissions");
        store.addPermissions(permissions);
    }

    @Override
    public void addPermissionRules(List<? extends PermissionRule<?, ?>> rules) {
        requireNotStarted("permission rules");
        store.addPermissionRules(rules);
    }

    @Override
    public <R, Q> PermissionRuleset<R, Q> permissionRuleset(PermissionResourceRef<R, Q> resourceRef) {
        requireOwn(resourceRef);
        return name -> store.rule(resourceRef, name);
    }

    private void requireNotStarted(String what) {
        if (started) {
            throw new IllegalStateException("Cannot add " + what + " after the plugin has started");
        }
    }

    private void requireOwn(PermissionResourceRef<?, ?> ref) {
        if (!ref.pluginId().equals(pluginId)) {
            throw new IllegalArgumentException("Resource type '" + ref.resourceType() + "' belongs to plugin '"
                    + ref.pluginId() + "', but was used with plugin '" + pluginId + "'");
        }
    }
}
