// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static java.util.Objects.requireNonNull;

import dev.understudy.errors.ErrorNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reference answered; made by {@code conformance/integration/generate.cjs}. */
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

    static List<JsonNode> rows(JsonNode table) {
        return table.valueStream().toList();
    }

    /** The outcome as the generator writes it. */
    static String expected(JsonNode row) {
        return row.has("error") ? row.get("error").asString() : row.get("value").asString();
    }

    static String outcome(Callable<String> call) {
        try {
            return call.call();
        } catch (Exception failure) {
            return ErrorNames.describe(failure);
        }
    }
}
