// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

/** Answers a request. May block: each request has a virtual thread of its own. */
@FunctionalInterface
public interface HttpHandler {
    /**
     * @throws Exception any failure; the error middleware turns it into the answer
     */
    HttpResponse handle(HttpRequest request) throws Exception;
}
