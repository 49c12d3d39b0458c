// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.backend.plugin.api.http.HttpResponse;

/** Answers for the health of the process. Thread-safe. Backstage counterpart: {@code RootHealthService}. */
public interface RootHealthService {
    /** Whether the process works at all. */
    HttpResponse liveness();

    /** Whether requests may be sent here. */
    HttpResponse readiness();
}
