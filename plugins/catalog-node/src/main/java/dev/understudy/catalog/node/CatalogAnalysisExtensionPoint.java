// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

/** Adds to how locations are analyzed. Backstage counterpart: {@code CatalogAnalysisExtensionPoint}. */
public interface CatalogAnalysisExtensionPoint {
    /**
     * Replaces the analyzer.
     *
     * @throws IllegalStateException if it has been replaced already
     */
    void setLocationAnalyzer(LocationAnalyzer analyzer);

    /** Like {@link #setLocationAnalyzer}, for an analyzer that builds on those of single hosts. */
    void setLocationAnalyzerFactory(LocationAnalyzerFactory factory);

    void addScmLocationAnalyzer(ScmLocationAnalyzer analyzer);
}
