// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

/**
 * A relation as an entity shows it.
 *
 * @param type what the relation is, such as {@code ownedBy}
 * @param targetRef the other entity, in canonical form
 */
public record EntityRelation(String type, String targetRef) {}
