// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.model.layer.CatalogModel;
import dev.understudy.catalog.model.layer.CatalogModelLayer;
import dev.understudy.catalog.model.layer.CatalogModelSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Reads the sources of the model, all at once. */
final class ModelSources {
    private static final int SECONDS_BETWEEN_WARNINGS = 3;

    private ModelSources() {}

    /** The model of all sources; empty when there are none, and the built-in kinds are all that counts. */
    static Optional<CatalogModel> read(List<CatalogModelSource> sources, LoggerService logger) throws Exception {
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        logger.info("Reading " + sources.size() + " catalog model sources");
        var layers = new ArrayList<CatalogModelLayer>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var reads = sources.stream()
                    .map(source -> executor.submit(source::read))
                    .toList();
            executor.shutdown();
            try {
                while (!executor.awaitTermination(SECONDS_BETWEEN_WARNINGS, TimeUnit.SECONDS)) {
                    var waiting = reads.stream().filter(read -> !read.isDone()).count();
                    logger.warn("Waiting for " + waiting + "/" + sources.size() + " catalog model sources to be ready");
                }
                for (var read : reads) {
                    layers.addAll(layers(read));
                }
            } finally {
                executor.shutdownNow();
            }
        }
        layers.forEach(layer -> logger.info("Loaded catalog model layer: " + layer.layerId()));
        return Optional.of(CatalogModel.compile(layers));
    }

    private static List<CatalogModelLayer> layers(Future<List<CatalogModelLayer>> read) throws Exception {
        try {
            return read.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }
}
