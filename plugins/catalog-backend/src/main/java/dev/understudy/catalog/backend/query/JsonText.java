// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import dev.understudy.types.Json;
import dev.understudy.types.JsonSyntax;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads JSON text; what is not JSON is refused in the words of V8, which clients of the reference see. */
public final class JsonText {
    private JsonText() {}

    /** The text is not JSON. */
    public static final class SyntaxException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SyntaxException(String message) {
            super(message);
        }
    }

    /**
     * @throws SyntaxException when the text is not JSON, or nested too deeply to be read
     */
    public static JsonNode parse(String text) {
        try {
            var json = Json.mapper().readTree(text);
            if (!json.isMissingNode()) {
                return json;
            }
        } catch (JacksonException refused) {
            throw new SyntaxException(JsonSyntax.mistakeIn(text).orElseGet(refused::getOriginalMessage));
        }
        throw new SyntaxException("Unexpected end of JSON input");
    }

    /**
     * Reads JSON in Base64, as cursors are written.
     *
     * @throws SyntaxException when the text is not that
     */
    public static JsonNode parseBase64(String encoded) {
        return parse(LenientBase64.decode(encoded));
    }
}
