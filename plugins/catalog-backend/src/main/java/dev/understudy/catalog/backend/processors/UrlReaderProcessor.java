// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import dev.understudy.catalog.node.CatalogProcessorParser;
import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.errors.NotFoundException;
import dev.understudy.errors.NotModifiedException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Reads entities from URLs. Backstage counterpart of the same name. */
public final class UrlReaderProcessor implements CatalogProcessor {
    private static final String TYPE = "url";
    private static final String CACHE_KEY = "v1";
    private static final int MAX_MESSAGE_LENGTH = 5000;
    private static final int CONCURRENT_READS = 5;
    private static final int LARGE_FILE = 1024 * 1024;

    private final UrlReaderService reader;
    private final Semaphore reads = new Semaphore(CONCURRENT_READS);
    private final Semaphore largeFiles = new Semaphore(1);

    public UrlReaderProcessor(UrlReaderService reader) {
        this.reader = reader;
    }

    @Override
    public String name() {
        return "url-reader";
    }

    @Override
    public boolean readLocation(
            LocationSpec location,
            boolean optional,
            CatalogProcessorEmit emit,
            CatalogProcessorParser parser,
            CatalogProcessorCache cache)
            throws InterruptedException {
        if (!location.type().equals(TYPE)) {
            return false;
        }
        var cached = cache.get(CACHE_KEY).map(UrlReaderCacheItem::of);
        try {
            read(location, optional, emit, parser, cache, cached.flatMap(UrlReaderCacheItem::etag));
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (NotModifiedException unchanged) {
            if (cached.isEmpty()) {
                emit.emit(CatalogProcessorResult.generalError(location, message(unchanged)));
                return true;
            }
            cached.get().results().forEach(emit::emit);
            emitRefreshKey(location, emit);
            cache.set(CACHE_KEY, cached.get().json());
        } catch (NotFoundException missing) {
            if (!optional) {
                emit.emit(CatalogProcessorResult.notFoundError(location, message(missing)));
            }
        } catch (Exception failure) {
            emit.emit(CatalogProcessorResult.generalError(location, message(failure)));
        }
        return true;
    }

    private void read(
            LocationSpec location,
            boolean optional,
            CatalogProcessorEmit emit,
            CatalogProcessorParser parser,
            CatalogProcessorCache cache,
            Optional<String> etag)
            throws Exception {
        var response = reader.search(location.target(), etag);
        if (response.files().isEmpty() && !optional) {
            emit.emit(CatalogProcessorResult.notFoundError(
                    location, "Unable to read url, no matching files found for " + location.target()));
        }
        var results = new ArrayList<CatalogProcessorResult>();
        for (var file : response.files()) {
            parse(content(file.content()), new LocationSpec(TYPE, file.url()), parser, result -> {
                results.add(result);
                emit.emit(result);
            });
        }
        if (!response.etag().isEmpty() && UrlReaderCacheItem.canHold(results)) {
            cache.set(CACHE_KEY, UrlReaderCacheItem.of(response.etag(), results).json());
        }
        emitRefreshKey(location, emit);
    }

    /** Large files one after another, since what is made of them is larger still. */
    private void parse(byte[] data, LocationSpec location, CatalogProcessorParser parser, CatalogProcessorEmit emit)
            throws Exception {
        if (data.length < LARGE_FILE) {
            parser.parse(data, location, emit);
            return;
        }
        largeFiles.acquire();
        try {
            parser.parse(data, location, emit);
        } finally {
            largeFiles.release();
        }
    }

    private byte[] content(UrlReaderSearchResponse.Content content) throws Exception {
        reads.acquire();
        try {
            return content.read();
        } finally {
            reads.release();
        }
    }

    private static String message(Exception failure) {
        var message = "Unable to read url, " + failure.getMessage();
        return message.substring(0, Math.min(message.length(), MAX_MESSAGE_LENGTH));
    }

    private static void emitRefreshKey(LocationSpec location, CatalogProcessorEmit emit) {
        emit.emit(CatalogProcessorResult.refresh(TYPE + ":" + location.target()));
    }
}
