// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import dev.understudy.config.ConfigException;
import dev.understudy.types.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import tools.jackson.core.JacksonException;

/** Finds schemas in the folders and archives of the class path. */
final class ClasspathSchemas {
    private static final String FOLDER = "META-INF/understudy/config-schema/";
    private static final String EXTENSION = ".json";

    private final Map<String, SchemaDocument> documents = new TreeMap<>();

    private ClasspathSchemas() {}

    /** The schemas, sorted by name. */
    static List<SchemaDocument> load(ClassLoader loader) {
        var schemas = new ClasspathSchemas();
        try {
            for (var folder : Collections.list(loader.getResources(FOLDER))) {
                schemas.load(folder);
            }
        } catch (IOException | URISyntaxException failure) {
            throw new ConfigException("Failed to read config schemas, " + failure.getMessage(), failure);
        }
        return List.copyOf(schemas.documents.values());
    }

    private void load(URL folder) throws IOException, URISyntaxException {
        if (folder.openConnection() instanceof JarURLConnection archive) {
            loadArchive(archive);
        } else {
            loadFolder(Path.of(folder.toURI()));
        }
    }

    private void loadArchive(JarURLConnection connection) throws IOException {
        // a cached archive is shared with the class loader, so it is not closed here
        var archive = connection.getJarFile();
        var names = archive.stream()
                .map(ZipEntry::getName)
                .filter(ClasspathSchemas::isSchema)
                .toList();
        for (var name : names) {
            try (InputStream input = archive.getInputStream(archive.getEntry(name))) {
                add(name.substring(FOLDER.length()), input.readAllBytes(), connection.getJarFileURL() + "!/" + name);
            }
        }
    }

    private static boolean isSchema(String name) {
        return name.startsWith(FOLDER) && name.endsWith(EXTENSION);
    }

    private void loadFolder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(EXTENSION)).toList()) {
                add(String.valueOf(file.getFileName()), Files.readAllBytes(file), file.toString());
            }
        }
    }

    private void add(String fileName, byte[] json, String place) {
        var name = fileName.substring(0, fileName.length() - EXTENSION.length());
        try {
            documents.put(name, new SchemaDocument(name, Json.mapper().readTree(json)));
        } catch (JacksonException failure) {
            throw new ConfigException("Schema at " + place + " is invalid, " + failure.getOriginalMessage(), failure);
        }
    }
}
