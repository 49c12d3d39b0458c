// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

/**
 * A relation as processors emit it. Backstage counterpart: {@code EntityRelationSpec}.
 *
 * @param source the entity that will show the relation
 * @param type what the relation is, such as {@code ownedBy}
 * @param target the other entity
 */
public record EntityRelationSpec(EntityRef source, String type, EntityRef target) {}
