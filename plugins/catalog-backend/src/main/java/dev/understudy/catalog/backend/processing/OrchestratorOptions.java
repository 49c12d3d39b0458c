// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processing;

import dev.understudy.catalog.backend.ingestion.CatalogRulesEnforcer;
import dev.understudy.catalog.model.EntityPolicy;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorParser;
import java.util.List;

/**
 * What processing consists of.
 *
 * @param processors in the order in which they run
 * @param policy what every entity must keep to
 * @param rulesEnforcer which entities may come from where
 * @param parser reads catalog files
 * @param urls makes the targets of locations absolute
 * @param allowedLocationTypes the types that locations may have which are of another type than the one they come from
 * @param spans tells what takes how long
 */
public record OrchestratorOptions(
        List<CatalogProcessor> processors,
        EntityPolicy policy,
        CatalogRulesEnforcer rulesEnforcer,
        CatalogProcessorParser parser,
        ScmUrls urls,
        List<String> allowedLocationTypes,
        ProcessingSpans spans) {
    public OrchestratorOptions {
        processors = List.copyOf(processors);
        allowedLocationTypes = List.copyOf(allowedLocationTypes);
    }
}
