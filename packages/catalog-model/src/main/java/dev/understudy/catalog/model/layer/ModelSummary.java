// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;
import java.util.Map;

record ModelSummary(
        List<KindSummary> kinds,
        List<CatalogModelRelation> relations,
        Map<String, List<CatalogModelRelation>> relationsByKind,
        List<TermDefinition> annotations,
        List<TermDefinition> labels,
        List<TermDefinition> tags) {}
