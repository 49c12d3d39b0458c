// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import dev.understudy.catalog.node.CatalogProcessorParser;
import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.errors.ErrorNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads entities from files of this machine. Backstage counterpart of the same name. */
public final class FileReaderProcessor implements CatalogProcessor {
    private static final String TYPE = "file";
    private static final long MAX_BYTES = 256L * 1024 * 1024;

    @Override
    public String name() {
        return "FileReaderProcessor";
    }

    @Override
    public boolean readLocation(
            LocationSpec location,
            boolean optional,
            CatalogProcessorEmit emit,
            CatalogProcessorParser parser,
            CatalogProcessorCache cache) {
        if (!location.type().equals(TYPE)) {
            return false;
        }
        try {
            read(location, optional, emit, parser);
        } catch (Exception failure) {
            emit.emit(CatalogProcessorResult.generalError(
                    location, TYPE + " " + location.target() + " could not be read, " + ErrorNames.describe(failure)));
        }
        return true;
    }

    private static void read(
            LocationSpec location, boolean optional, CatalogProcessorEmit emit, CatalogProcessorParser parser)
            throws Exception {
        var files = FileGlob.find(location.target());
        if (files.isEmpty() && !optional) {
            emit.emit(
                    CatalogProcessorResult.notFoundError(location, TYPE + " " + location.target() + " does not exist"));
        }
        for (var file : files) {
            var found = new LocationSpec(TYPE, file.normalize().toString());
            var refreshKey = CatalogProcessorResult.refresh(found.stringify());
            parser.parse(bytes(file), found, result -> {
                emit.emit(result);
                emit.emit(refreshKey);
            });
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("EISDIR: illegal operation on a directory, read");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is not a regular file");
        }
        var size = Files.size(file);
        if (size > MAX_BYTES) {
            throw new IOException("it has " + size + " bytes, more than the " + MAX_BYTES + " that are allowed");
        }
        return Files.readAllBytes(file);
    }
}
