// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import java.time.Instant;
import java.util.Optional;

/** Where an ingestion stands. */
record IngestionRecord(
        String id, String status, String nextAction, Instant nextActionAt, Optional<String> lastError, int attempts) {}
