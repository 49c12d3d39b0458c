// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.backend.plugin.api.service.AbortSignal;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.EntityProviderMutation;
import dev.understudy.types.Json;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Takes in pages for some time, from where the burst before it ended. */
record IngestionBurst<C>(
        IncrementalEntityProvider<C> provider,
        IncrementalEntityProviderOptions options,
        IngestionDatabase database,
        EntityProviderConnection connection,
        LongSupplier nanoTime,
        LoggerService logger) {

    /** Whether the last page has been reached. */
    boolean run(String ingestion, AbortSignal abort) throws Exception {
        var lastMark = database.marks().last(ingestion);
        var pages = new Pages(
                ingestion, abort, lastMark.map(mark -> mark.sequence() + 1).orElse(0));
        logger.info(named(ingestion) + "burst initiated");
        provider.around(
                context -> pages.read(context, provider.next(context, lastMark.flatMap(IngestionMark::cursor))));
        logger.info(named(ingestion) + "burst complete. (" + pages.count + " batches in "
                + TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - pages.start) + "ms).");
        return pages.done;
    }

    private static String named(String ingestion) {
        return "incremental-engine: Ingestion '" + ingestion + "' ";
    }

    private final class Pages {
        private final String ingestion;
        private final AbortSignal abort;
        private final long start = nanoTime.getAsLong();
        private int sequence;
        private int count;
        private boolean done;

        Pages(String ingestion, AbortSignal abort, int sequence) {
            this.ingestion = ingestion;
            this.abort = abort;
            this.sequence = sequence;
        }

        void read(C context, EntityIteratorResult first) throws Exception {
            var page = first;
            while (true) {
                count++;
                done = page.done();
                mark(page);
                if (done || abort.aborted()) {
                    return;
                }
                if (nanoTime.getAsLong() - start
                        > options.burstLength().toDuration().toNanos()) {
                    logger.info(named(ingestion) + "burst ending after " + options.burstLength() + ".");
                    return;
                }
                page = provider.next(context, page.cursor());
                sequence++;
            }
        }

        private void mark(EntityIteratorResult page) {
            logger.debug(named(ingestion).stripTrailing() + ": MARK "
                    + page.entities().size() + " entities, cursor: "
                    + page.cursor().map(Json::stringify).orElse("none") + ", done: " + page.done());
            var mark = database.marks().add(ingestion, page.cursor(), sequence);
            database.marks()
                    .addEntities(
                            mark,
                            page.entities().stream()
                                    .map(deferred -> deferred.entity().ref().stringify())
                                    .toList());
            var removed = page.done() ? removed(mark) : List.<String>of();
            connection.applyMutation(EntityProviderMutation.delta(
                    page.entities(),
                    removed.stream().map(EntityProviderMutation.Removal::of).toList()));
        }

        /** What is to go at the end, unless that is suspiciously much. */
        private List<String> removed(String mark) {
            var prefix = named(ingestion).stripTrailing() + ": ";
            logger.info(prefix + "Final page reached, calculating removed entities");
            var total = database.marks().count(ingestion);
            var stale = database.marks().stale(provider.name());
            var refused = false;
            if (options.rejectEmptySourceCollections() && total == 0) {
                logger.error(prefix + "Rejecting empty entity collection!");
                refused = true;
            }
            var limit = options.rejectRemovalsAbovePercentage().filter(percentage -> percentage != 0);
            if (limit.isPresent()) {
                var percentage = total > 0 ? stale.size() * 100.0 / total : 100;
                if (percentage <= limit.get()) {
                    logger.info(prefix + "Removing " + stale.size() + " entities that have no matching assets");
                } else {
                    var notice = "Attempted to remove " + Json.stringify(Json.number(percentage))
                            + "% of matching entities!";
                    logger.error(prefix + notice);
                    database.records()
                            .lastError(
                                    ingestion, "REMOVAL_THRESHOLD exceeded on ingestion mark " + mark + ": " + notice);
                    refused = true;
                }
            }
            return refused ? List.of() : stale;
        }
    }
}
