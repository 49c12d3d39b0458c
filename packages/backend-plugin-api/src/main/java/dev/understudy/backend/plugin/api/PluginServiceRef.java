// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a service of which every plugin gets its own instance. Immutable; keep it in a constant.
 *
 * <p>Backstage counterpart: {@code ServiceRef<T, 'plugin'>}. Created with {@link BackendWiring#createServiceRef}.
 *
 * @param <T> the service; a {@code List} of services for a multiton
 */
public final class PluginServiceRef<T> implements ServiceRef<T> {
    private final String id;
    private final Class<?> type;
    private final boolean multiton;
    private final DeclarationSite declaredAt;
    private final @Nullable PluginServiceFactory defaultFactory;

    PluginServiceRef(String id, Class<?> type, boolean multiton, DeclarationSite declaredAt) {
        this.id = requireNonNull(id, "id");
        this.type = requireNonNull(type, "type");
        this.multiton = multiton;
        this.declaredAt = declaredAt;
        this.defaultFactory = null;
    }

    private PluginServiceRef(
            PluginServiceRef<T> original, Function<PluginFactoryRegistration, Creator<? extends T>> declare) {
        this.id = original.id;
        this.type = original.type;
        this.multiton = original.multiton;
        this.declaredAt = original.declaredAt;
        this.defaultFactory = new PluginServiceFactory(original, declare, Startup.LAZY, original.declaredAt);
    }

    /**
     * The same reference with a factory that serves backends in which no other factory is installed.
     *
     * @throws IllegalArgumentException for a multiton, whose default is the empty list
     */
    public PluginServiceRef<T> withDefaultFactory(Function<PluginFactoryRegistration, Creator<? extends T>> declare) {
        if (multiton) {
            throw new IllegalArgumentException("Multiton service '" + id + "' can not have a default factory");
        }
        return new PluginServiceRef<>(this, requireNonNull(declare, "declare"));
    }

    /** The factory that came with the reference. */
    public Optional<PluginServiceFactory> defaultFactory() {
        return Optional.ofNullable(defaultFactory);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Class<?> type() {
        return type;
    }

    @Override
    public boolean multiton() {
        return multiton;
    }

    @Override
    public boolean hasDefaultFactory() {
        return defaultFactory != null;
    }

    @Override
    public DeclarationSite declaredAt() {
        return declaredAt;
    }

    @Override
    public String toString() {
        return "serviceRef{" + id + "}";
    }
}
