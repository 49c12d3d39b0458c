// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP as plugins see it: a handler takes a request and returns a response.
 *
 * <pre>{@code
 * HttpRouter.create()
 *         .get("/todos", request -> HttpResponse.json(store.list()))
 *         .get("/todos/:id", request -> HttpResponse.json(store.byId(request.param("id"))));
 * }</pre>
 *
 * Paths match as Express matches them. Backstage counterpart: {@code express.Router}.
 */
@NullMarked
package dev.understudy.backend.plugin.api.http;

import org.jspecify.annotations.NullMarked;
