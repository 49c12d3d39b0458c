// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a service that exists once per backend. Immutable; keep it in a constant.
 *
 * <p>Backstage counterpart: {@code ServiceRef<T, 'root'>}. Created with {@link BackendWiring#createRootServiceRef}.
 *
 * @param <T> the service; a {@code List} of services for a multiton
 */
public final class RootServiceRef<T> implements ServiceRef<T> {
    private final String id;
    private final Class<?> type;
    private final boolean multiton;
    private final DeclarationSite declaredAt;
    private final @Nullable RootServiceFactory defaultFactory;

    RootServiceRef(String id, Class<?> type, boolean multiton, DeclarationSite declaredAt) {
        this.id = requireNonNull(id, "id");
        this.type = requireNonNull(type, "type");
        this.multiton = multiton;
        this.declaredAt = declaredAt;
        this.defaultFactory = null;
    }

    private RootServiceRef(
            RootServiceRef<T> original, Function<RootFactoryRegistration, Creator<? extends T>> declare) {
        this.id = original.id;
        this.type = original.type;
        this.multiton = original.multiton;
        this.declaredAt = original.declaredAt;
        this.defaultFactory = new RootServiceFactory(original, declare, Startup.LAZY, original.declaredAt);
    }

    /**
     * The same reference with a factory that serves backends in which no other factory is installed.
     *
     * @throws IllegalArgumentException for a multiton, whose default is the empty list
     */
    public RootServiceRef<T> withDefaultFactory(Function<RootFactoryRegistration, Creator<? extends T>> declare) {
        if (multiton) {
            throw new IllegalArgumentException("Multiton service '" + id + "' can not have a default factory");
        }
        return new RootServiceRef<>(this, requireNonNull(declare, "declare"));
    }

    /** The factory that came with the reference. */
    public Optional<RootServiceFactory> defaultFactory() {
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
