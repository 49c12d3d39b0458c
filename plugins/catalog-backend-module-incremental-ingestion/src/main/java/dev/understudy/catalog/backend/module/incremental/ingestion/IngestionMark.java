// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A page that was taken in. */
record IngestionMark(String id, String ingestionId, Optional<JsonNode> cursor, int sequence, Instant createdAt) {}
