// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.backend.plugin.api.http.HttpRouter;

/**
 * The plugin's own place in the HTTP server, at {@code /api/<plugin id>}. Everything there needs user or service
 * credentials unless a policy says otherwise. Thread-safe.
 *
 * <p>Backstage counterpart: {@code HttpRouterService}.
 */
public interface HttpRouterService {
    /** Adds routes; those added first match first. */
    void use(HttpRouter router);

    /**
     * Opens a path, and all below it, to others.
     *
     * @param path {@code /} for everything; {@code :name} stands for any one segment
     */
    void addAuthPolicy(String path, HttpAuthPolicy policy);

    /** Who else may come in. */
    enum HttpAuthPolicy {
        UNAUTHENTICATED,
        USER_COOKIE
    }
}
