// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.catalog.common.AnalyzeLocationRequest;
import dev.understudy.catalog.common.AnalyzeLocationResponse;

/** Looks at what a location holds before it is registered. Backstage counterpart: {@code LocationAnalyzer}. */
@FunctionalInterface
public interface LocationAnalyzer {
    AnalyzeLocationResponse analyzeLocation(AnalyzeLocationRequest request, BackstageCredentials credentials)
            throws Exception;
}
