// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.stitching;

import java.util.List;
import java.util.Optional;

/**
 * All that the final form of an entity is made of.
 *
 * @param entityId its identity in the database
 * @param entityRef its reference in canonical form
 * @param processedEntity what processing made of it, as JSON
 * @param errors the errors of processing, as JSON
 * @param previousHash the hash of its current final form
 * @param orphan whether nothing refers to it any more
 * @param relations its relations, in the order in which they are shown
 */
record StitchInput(
        String entityId,
        String entityRef,
        String processedEntity,
        String errors,
        Optional<String> previousHash,
        boolean orphan,
        List<Relation> relations) {
    /** A relation to another entity. */
    record Relation(String type, String targetRef) {}
}
