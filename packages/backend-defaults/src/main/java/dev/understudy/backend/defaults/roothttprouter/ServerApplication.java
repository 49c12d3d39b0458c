// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import java.util.function.Predicate;

/**
 * What a server serves.
 *
 * @param neverWaits whether the handler answers a request from memory
 */
record ServerApplication(
        HttpHandler handler, Predicate<HttpRequest> neverWaits, ErrorMiddleware errors, TrustProxy trustProxy) {}
