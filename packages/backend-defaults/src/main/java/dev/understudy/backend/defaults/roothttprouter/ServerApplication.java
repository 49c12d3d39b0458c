// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;

/** What a server serves. */
record ServerApplication(HttpHandler handler, ErrorMiddleware errors, TrustProxy trustProxy) {}
