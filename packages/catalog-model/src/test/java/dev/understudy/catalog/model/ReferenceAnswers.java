// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static java.util.Objects.requireNonNull;

import dev.understudy.errors.ErrorNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reference answered; made by {@code conformance/catalog-model/generate.cjs}. */
final class ReferenceAnswers {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ReferenceAnswers() {}

    static JsonNode read(String file) {
        try (InputStream in = requireNonNull(ReferenceAnswers.class.getResourceAsStream(file), file)) {
            return JSON.readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Stream<JsonNode> rows(JsonNode table) {
        return StreamSupport.stream(table.spliterator(), false);
    }

    /** The outcome as the generator writes it: the result, or the failure as {@code Name: message}. */
    static String outcome(Callable<String> call) {
        try {
            return call.call();
        } catch (Exception failure) {
            return ErrorNames.describe(failure);
        }
    }
}
