// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import static dev.understudy.backend.plugin.api.BackendWiring.createMultitonServiceFactory;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.backend.defaults.urlreader.UrlReaderFactory;
import dev.understudy.backend.defaults.urlreader.UrlReaderServiceFactory;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.test.utils.MockUrlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files that Backstage read from a server when it filled the fixtures. */
final class TakeoverFiles {
    private static final String HOST = "localhost:7189";

    private TakeoverFiles() {}

    /**
     * A reader of a folder's files at the server's URLs.
     *
     * @param documents of some of the files, how many documents they have left
     */
    static BackendFeature reader(Path folder, Map<String, Integer> documents) {
        var files = new HashMap<String, String>();
        try (var paths = Files.list(folder)) {
            for (var path : paths.toList()) {
                var name = path.getFileName().toString();
                var content = Files.readString(path, UTF_8);
                var kept = documents.containsKey(name) ? first(content, documents.get(name)) : content;
                files.put("http://" + HOST + "/" + name, kept);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var reader = MockUrlReader.of(files);
        UrlReaderFactory routes =
                _ -> List.of(new UrlReaderFactory.Route(url -> url.host().equals(HOST), reader));
        return createMultitonServiceFactory(UrlReaderServiceFactory.URL_READER_FACTORIES, _ -> () -> routes);
    }

    private static String first(String content, int count) {
        return String.join("---\n", List.of(content.split("---\n")).subList(0, count));
    }
}
