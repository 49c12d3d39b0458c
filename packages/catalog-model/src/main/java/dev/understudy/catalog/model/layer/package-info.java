// SPDX-License-Identifier: Apache-2.0
/**
 * What a catalog knows of kinds, relations, annotations, labels and tags, put together from layers.
 *
 * <pre>{@code
 * var robots = CatalogModelLayer.create("example.com/kind-robot", model -> model.addKind(new KindDefinition(
 *         "example.com",
 *         new KindNames("Robot", "robot", "robots"),
 *         "A machine on wheels.",
 *         List.of(KindVersion.of(schema, "v1")
 *                 .withRelationFields(KindRelationField.of("spec.owner", "ownedBy").withDefaultKind("Group"))))));
 * var model = CatalogModel.compile(List.of(KnownLayers.defaultEntityModel(), robots));
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/catalog-model/alpha}.
 */
@NullMarked
package dev.understudy.catalog.model.layer;

import org.jspecify.annotations.NullMarked;
