// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.catalog.common.AnalyzeLocationResponse;
import java.util.List;
import java.util.Optional;

/** Finds the entities in a repository of one kind of host. Backstage counterpart: {@code ScmLocationAnalyzer}. */
public interface ScmLocationAnalyzer {
    /** Whether the URL is of this host. */
    boolean supports(String url);

    List<AnalyzeLocationResponse.ExistingEntity> analyze(String url, Optional<String> catalogFilename) throws Exception;
}
