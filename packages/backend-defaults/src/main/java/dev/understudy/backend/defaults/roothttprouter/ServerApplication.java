// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.util.List;

/** What a server serves. */
record ServerApplication(
        HttpHandler handler,
        ErrorMiddleware errors,
        AccessLog accessLog,
        TrustProxy trustProxy,
        List<HttpResponse.Header> standingHeaders) {}
