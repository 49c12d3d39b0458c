// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP server and what stands in front of every request: security headers, CORS, compression, the request log, rate
 * limiting, health and the routes of plugins. {@link
 * dev.understudy.backend.defaults.roothttprouter.RootHttpRouterServiceFactory} puts them together.
 *
 * <p>Backstage counterpart: {@code @backstage/backend-defaults/rootHttpRouter}.
 */
@NullMarked
package dev.understudy.backend.defaults.roothttprouter;

import org.jspecify.annotations.NullMarked;
