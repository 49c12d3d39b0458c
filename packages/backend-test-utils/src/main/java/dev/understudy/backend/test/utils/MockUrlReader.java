// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotFoundException;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.types.GlobPattern;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Reads from memory; an entity tag changes with the content. Thread-safe. */
public final class MockUrlReader implements UrlReaderService {
    private final Map<String, String> files = new ConcurrentSkipListMap<>();

    private MockUrlReader() {}

    /** A reader of these files, by their URLs. */
    public static MockUrlReader of(Map<String, String> files) {
        var reader = new MockUrlReader();
        reader.files.putAll(files);
        return reader;
    }

    /** Adds a file or changes it. */
    public void put(String url, String content) {
        files.put(url, content);
    }

    /** Takes a file away. */
    public void remove(String url) {
        files.remove(url);
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) {
        var content = Optional.ofNullable(files.get(url))
                .orElseThrow(() -> new NotFoundException("could not read " + url + ", 404 Not Found"));
        var current = etagOf(content);
        rejectUnchanged(url, options.etag(), current);
        return UrlReaderResponse.of(content.getBytes(UTF_8), Optional.of(current), Optional.empty());
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) {
        var root = url.endsWith("/") ? url : url + "/";
        var below = new TreeMap<String, String>();
        files.forEach((file, content) -> {
            if (file.startsWith(root) && options.filter().accepts(file.substring(root.length()), content.length())) {
                below.put(file.substring(root.length()), content);
            }
        });
        var current = etagOf(below.toString());
        rejectUnchanged(url, options.etag(), current);
        return new MockUrlReaderTree(below, current);
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options) {
        var pattern = GlobPattern.of(url);
        var found = files.entrySet().stream()
                .filter(file -> file.getKey().equals(url) || pattern.matches(file.getKey()))
                .toList();
        var current = etagOf(found.toString());
        rejectUnchanged(url, options.etag(), current);
        var read = found.stream()
                .map(file -> new UrlReaderSearchResponse.FoundFile(
                        file.getKey(), () -> file.getValue().getBytes(UTF_8)))
                .toList();
        return new UrlReaderSearchResponse(read, current);
    }

    private static void rejectUnchanged(String url, Optional<String> known, String current) {
        if (known.filter(current::equals).isPresent()) {
            throw new NotModifiedException(url + " is not modified");
        }
    }

    private static String etagOf(String content) {
        return Integer.toHexString(content.hashCode());
    }
}
