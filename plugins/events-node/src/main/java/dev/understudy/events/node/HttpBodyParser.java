// SPDX-License-Identifier: Apache-2.0
package dev.understudy.events.node;

import dev.understudy.backend.plugin.api.http.HttpRequest;

/**
 * Reads bodies of one content type. Backstage counterpart: {@code HttpBodyParserOptions}.
 *
 * @param contentType such as {@code application/x-www-form-urlencoded}
 */
public record HttpBodyParser(String contentType, Parser parser) {
    /** Reads a body. */
    @FunctionalInterface
    public interface Parser {
        /**
         * Reads the request's body. It comes from outside: bound how much is read.
         *
         * @param topic what the event will be published under
         * @throws Exception any failure; the sender gets it as Backstage's error body
         */
        ParsedHttpBody parse(HttpRequest request, String topic) throws Exception;
    }
}
