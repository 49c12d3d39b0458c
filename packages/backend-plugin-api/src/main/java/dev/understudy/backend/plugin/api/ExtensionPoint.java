// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import static java.util.Objects.requireNonNull;

/**
 * What a plugin, or a module, lets the modules of the same plugin extend. Immutable; keep it in a constant.
 *
 * <p>Backstage counterpart: {@code ExtensionPoint}. Created with {@link BackendWiring#createExtensionPoint}.
 *
 * @param <T> the interface that modules call in their init
 */
public final class ExtensionPoint<T> implements Ref<T> {
    private final String id;
    private final Class<T> type;
    private final DeclarationSite declaredAt;

    ExtensionPoint(String id, Class<T> type, DeclarationSite declaredAt) {
        this.id = requireNonNull(id, "id");
        this.type = requireNonNull(type, "type");
        this.declaredAt = declaredAt;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    @Override
    public DeclarationSite declaredAt() {
        return declaredAt;
    }

    @Override
    public String toString() {
        return "extensionPoint{" + id + "}";
    }
}
