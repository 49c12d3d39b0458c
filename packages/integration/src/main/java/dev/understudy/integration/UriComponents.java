// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as JavaScript's {@code encodeURIComponent} and {@code decodeURIComponent} do it. */
public final class UriComponents {
    private static final String UNRESERVED = "-_.!~*'()";

    private UriComponents() {}

    /** Encodes everything but letters, digits and {@code -_.!~*'()}. */
    public static String encode(String text) {
        return PercentEncoding.encode(
                text, character -> !PercentEncoding.isAlphanumeric(character) && UNRESERVED.indexOf(character) < 0);
    }

    /**
     * Decodes every escape.
     *
     * @throws IllegalArgumentException for an escape that is cut off or not UTF-8
     */
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        if (PercentEncoding.hasBrokenEscape(text)) {
            throw new IllegalArgumentException("URI malformed");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(PercentEncoding.decodedBytes(text)))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("URI malformed", malformed);
        }
    }
}
