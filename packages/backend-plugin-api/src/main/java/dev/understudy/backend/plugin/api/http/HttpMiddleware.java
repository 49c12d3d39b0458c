// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

/** Stands between requests and the handlers declared after it. */
@FunctionalInterface
public interface HttpMiddleware {
    /**
     * @param next what would answer otherwise; call it at most once
     */
    HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception;
}
