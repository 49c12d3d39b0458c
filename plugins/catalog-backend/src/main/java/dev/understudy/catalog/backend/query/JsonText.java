// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import dev.understudy.types.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/** Reads JSON text; what is not JSON is refused in the words of V8, which clients of the reference see. */
public final class JsonText {
    private static final int MOST_CONTEXT = 10;
    private static final int WHOLE_BELOW = 40;

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
            if (!text.isBlank()) {
                return Json.mapper().readTree(text);
            }
        } catch (StreamConstraintsException tooMuch) {
            throw new SyntaxException(tooMuch.getOriginalMessage());
        } catch (JacksonException malformed) {
            throw new SyntaxException(describe(text, malformed));
        }
        throw new SyntaxException("Unexpected end of JSON input");
    }

    /**
     * Reads an object or an array.
     *
     * @throws SyntaxException when the text is neither
     */
    public static JsonNode parseContainer(String text) {
        var start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (start < text.length() && text.charAt(start) != '{' && text.charAt(start) != '[') {
            throw new SyntaxException(unexpected(text, start));
        }
        return parse(text);
    }

    /**
     * Reads JSON in Base64, as cursors are written.
     *
     * @throws SyntaxException when the text is not that
     */
    public static JsonNode parseBase64(String encoded) {
        return parse(LenientBase64.decode(encoded));
    }

    private static String describe(String text, JacksonException malformed) {
        var location = malformed.getLocation();
        var offset = location == null ? 0 : (int) location.getCharOffset();
        var at = firstOffence(text, Math.clamp(offset, 0, text.length()));
        if (at >= text.length()) {
            return "Unexpected end of JSON input";
        }
        return unexpected(text, at);
    }

    private static String unexpected(String text, int at) {
        return "Unexpected token '" + Character.toString(text.codePointAt(at)) + "', " + context(text, at)
                + " is not valid JSON";
    }

    /** Jackson points behind the word it could not read; V8 names the first letter that differs from every keyword. */
    private static int firstOffence(String text, int offset) {
        var start = Math.min(offset, text.length() - 1);
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        var shared = 0;
        for (var keyword : new String[] {"true", "false", "null"}) {
            var same = 0;
            while (same < keyword.length()
                    && start + same < text.length()
                    && text.charAt(start + same) == keyword.charAt(same)) {
                same++;
            }
            shared = Math.max(shared, same);
        }
        return start + shared;
    }

    private static String context(String text, int at) {
        if (text.length() <= WHOLE_BELOW) {
            return "\"" + text + "\"";
        }
        var from = Math.max(0, at - MOST_CONTEXT);
        var to = Math.min(text.length(), at + MOST_CONTEXT);
        return (from > 0 ? "..." : "") + "\"" + text.substring(from, to) + "\"" + (to < text.length() ? "... " : "");
    }
}
