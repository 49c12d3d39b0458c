// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the root HTTP router is to differ from the default one. Immutable.
 *
 * <pre>{@code
 * backend.add(RootHttpRouterServiceFactory.factory(RootHttpRouterOptions.defaults()
 *         .withIndexPath("/api/portal")));
 * }</pre>
 *
 * <p>Backstage counterpart: {@code RootHttpRouterFactoryOptions}.
 *
 * @param indexPath where the handler is that answers what matches no path and is not below {@code /api/}; empty for none
 * @param configure puts together what each request goes through
 */
public record RootHttpRouterOptions(Optional<String> indexPath, Consumer<RootHttpRouterConfigureContext> configure) {
    private static final RootHttpRouterOptions DEFAULTS =
            new RootHttpRouterOptions(Optional.of("/api/app"), RootHttpRouterConfigureContext::applyDefaults);

    /**
     * @throws IllegalArgumentException when the index path is an empty text
     */
    public RootHttpRouterOptions {
        if (indexPath.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("indexPath option may not be an empty string");
        }
    }

    /** The index at {@code /api/app}, and everything that {@link RootHttpRouterConfigureContext#applyDefaults} adds. */
    public static RootHttpRouterOptions defaults() {
        return DEFAULTS;
    }

    boolean hasDefaultConfigure() {
        return configure.equals(DEFAULTS.configure);
    }

    public RootHttpRouterOptions withIndexPath(String path) {
        return new RootHttpRouterOptions(Optional.of(path), configure);
    }

    /** What matches no path is not found. */
    public RootHttpRouterOptions withoutIndexPath() {
        return new RootHttpRouterOptions(Optional.empty(), configure);
    }

    /**
     * Replaces what requests go through. Nothing is added by itself: begin or end with {@link
     * RootHttpRouterConfigureContext#applyDefaults}, or add each part.
     */
    public RootHttpRouterOptions withConfigure(Consumer<RootHttpRouterConfigureContext> change) {
        return new RootHttpRouterOptions(indexPath, change);
    }
}
