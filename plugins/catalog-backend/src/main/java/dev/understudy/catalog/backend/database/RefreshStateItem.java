// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.catalog.model.Entity;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An entity that is due to be processed.
 *
 * @param id its identity in the database, and its uid
 * @param entityRef its reference in canonical form
 * @param unprocessedEntity the entity as it was found
 * @param resultHash the hash of the last result; empty if there is none
 * @param cache what is remembered about it; a missing node if there is nothing
 * @param locationKey who may change it
 * @param queueDelay how long it has been due, in seconds
 */
public record RefreshStateItem(
        String id,
        String entityRef,
        Entity unprocessedEntity,
        String resultHash,
        JsonNode cache,
        Optional<String> locationKey,
        double queueDelay) {}
