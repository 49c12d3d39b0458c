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
import java.util.function.Predicate;

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
        var content = Optional.ofNullable(files.get(url)).orElseThrow(() -> notFound(url));
        var current = etagOf(content);
        requireModified(url, options.etag(), current);
        return UrlReaderResponse.of(content.getBytes(UTF_8), Optional.of(current), Optional.empty());
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) {
        var base = url.endsWith("/") ? url : url + "/";
        var below = filesWhere(file -> file.startsWith(base));
        if (below.isEmpty()) {
            throw notFound(url);
        }
        var current = etagOf(below.toString());
        requireModified(url, options.etag(), current);
        var accepted = below.entrySet().stream()
                .map(file -> UrlReaderTree.File.of(
                        file.getKey().substring(base.length()), file.getValue().getBytes(UTF_8), Optional.empty()))
                .filter(file -> options.filter().accepts(file.path(), file.content().length))
                .toList();
        return new MockUrlReaderTree(current, accepted);
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options) {
        var pattern = GlobPattern.of(url);
        var matching = filesWhere(file -> file.equals(url) || pattern.matches(file));
        var current = etagOf(matching.toString());
        requireModified(url, options.etag(), current);
        var found = matching.entrySet().stream()
                .map(file -> new UrlReaderSearchResponse.FoundFile(
                        file.getKey(), () -> file.getValue().getBytes(UTF_8)))
                .toList();
        return new UrlReaderSearchResponse(found, current);
    }

    private Map<String, String> filesWhere(Predicate<String> matches) {
        var matching = new TreeMap<>(files);
        matching.keySet().removeIf(matches.negate());
        return matching;
    }

    private static void requireModified(String url, Optional<String> known, String current) {
        if (known.filter(current::equals).isPresent()) {
            throw new NotModifiedException(url + " is not modified");
        }
    }

    private static NotFoundException notFound(String url) {
        return new NotFoundException("could not read " + url + ", 404 Not Found");
    }

    private static String etagOf(String content) {
        return Integer.toHexString(content.hashCode());
    }
}
