// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import dev.understudy.catalog.model.EntityAnnotations;

/** The annotations that every catalog knows. Their texts are what clients are told of them. */
final class DefaultAnnotations {
    private DefaultAnnotations() {}

    static void addTo(CatalogModelLayerBuilder model) {
        model.addAnnotation(TermDefinition.of(
                EntityAnnotations.LOCATION,
                "The location reference that the catalog uses to manage and update the entity."));
        model.addAnnotation(TermDefinition.of(
                EntityAnnotations.ORIGIN_LOCATION,
                "The original location reference that first discovered the entity."));
        model.addAnnotation(TermDefinition.of(
                EntityAnnotations.SOURCE_LOCATION,
                "The location reference of the source data for the entity, e.g. a file in a repository."));
        model.addAnnotation(TermDefinition.of(
                EntityAnnotations.ORPHAN,
                "Set to \"true\" when the entity is not referenced by any location and is scheduled for deletion."));
        model.addAnnotation(TermDefinition.of(
                EntityAnnotations.VIEW_URL,
                "A URL to view the entity in an external tool, e.g. a source code repository."));
        model.addAnnotation(TermDefinition.of(
                EntityAnnotations.EDIT_URL,
                "A URL to edit the entity in an external tool, e.g. a source code repository."));
    }
}
