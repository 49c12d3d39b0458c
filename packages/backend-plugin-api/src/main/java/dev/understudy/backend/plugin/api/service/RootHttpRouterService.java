// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.backend.plugin.api.http.HttpHandler;

/** The root of the HTTP server. Thread-safe. Backstage counterpart: {@code RootHttpRouterService}. */
public interface RootHttpRouterService {
    /**
     * Routes a path, and all below it, to a handler, which sees paths relative to its own.
     *
     * @throws IllegalArgumentException when the path is empty or conflicts with another
     */
    void use(String path, HttpHandler handler);

    /** The port that the server listens on. */
    int port();
}
