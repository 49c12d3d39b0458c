// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.inventory;

import dev.understudy.backend.plugin.api.service.HttpRouterService.HttpAuthPolicy;
import java.util.List;
import java.util.Locale;

/**
 * What a plugin answers.
 *
 * @param policies in the order in which the plugin added them
 * @param routes in the order in which they are tried
 */
public record PluginRoutes(List<Policy> policies, List<Route> routes) {
    public PluginRoutes {
        policies = List.copyOf(policies);
        routes = List.copyOf(routes);
    }

    /** A path, and all below it, that is open to others than users and services. */
    public record Policy(String path, HttpAuthPolicy policy) {}

    /**
     * A method at a path.
     *
     * @param path below the plugin's own, as declared
     */
    public record Route(String method, String path, Access access) {}

    /** Who may call a route; more than one policy may hold for the paths of one route, and then this is the strictest. */
    public enum Access {
        /** Users and services. */
        CREDENTIALS,
        /** These, and browsers with a user's cookie. */
        USER_COOKIE,
        /** Everybody. */
        UNAUTHENTICATED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
