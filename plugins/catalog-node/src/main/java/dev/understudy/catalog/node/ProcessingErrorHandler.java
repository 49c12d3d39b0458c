// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.catalog.model.Entity;
import java.util.List;

/** Told when processing of an entity fails in a new way. What it throws is logged and otherwise ignored. */
@FunctionalInterface
public interface ProcessingErrorHandler {
    void onProcessingError(Entity unprocessedEntity, List<Throwable> errors) throws Exception;
}
