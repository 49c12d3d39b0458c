// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import java.util.List;

/** Makes a location analyzer once all analyzers of single hosts are known. */
@FunctionalInterface
public interface LocationAnalyzerFactory {
    LocationAnalyzer create(List<ScmLocationAnalyzer> scmLocationAnalyzers) throws Exception;
}
