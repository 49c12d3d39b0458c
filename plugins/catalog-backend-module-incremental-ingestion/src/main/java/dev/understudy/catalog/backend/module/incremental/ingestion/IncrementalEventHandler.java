// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.catalog.node.DeferredEntity;
import java.util.List;

/** Changes single entities between ingestions. Thread-safe. Backstage counterpart: {@code eventHandler}. */
public interface IncrementalEventHandler {
    /** The topics to be told of. */
    List<String> supportsEventTopics();

    /** What an event comes to. */
    Result onEvent(EventParams event) throws Exception;

    /** Backstage counterpart: {@code IncrementalEntityEventResult}. */
    sealed interface Result {
        /** Nothing changes. */
        Result IGNORED = new Ignored();

        /** See {@link #IGNORED}. */
        record Ignored() implements Result {}

        /**
         * Entities come and go.
         *
         * @param removed references in canonical form
         */
        record Delta(List<DeferredEntity> added, List<String> removed) implements Result {
            public Delta {
                added = List.copyOf(added);
                removed = List.copyOf(removed);
            }
        }
    }
}
