// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes percent-encoded UTF-8 as strictly as JavaScript's {@code decodeURIComponent}. */
final class PercentEncoding {
    private PercentEncoding() {}

    /** The decoded text, or null when it is malformed. */
    static @Nullable String decode(String text) {
        int first = text.indexOf('%');
        return first < 0 ? text : decodeFrom(text, first);
    }

    private static @Nullable String decodeFrom(String text, int first) {
        var result = new StringBuilder(text.length()).append(text, 0, first);
        int at = first;
        while (at < text.length()) {
            if (text.charAt(at) != '%') {
                result.append(text.charAt(at++));
                continue;
            }
            int end = endOfRun(text, at);
            var decoded = decodeRun(text, at, end);
            if (decoded == null) {
                return null;
            }
            result.append(decoded);
            at = end;
        }
        return result.toString();
    }

    private static int endOfRun(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == '%') {
            end += 3;
        }
        return end;
    }

    private static @Nullable String decodeRun(String text, int start, int end) {
        if (end > text.length()) {
            return null;
        }
        var bytes = new byte[(end - start) / 3];
        for (int index = 0; index < bytes.length; index++) {
            int high = hexDigit(text.charAt(start + 3 * index + 1));
            int low = hexDigit(text.charAt(start + 3 * index + 2));
            if (high < 0 || low < 0) {
                return null;
            }
            bytes[index] = (byte) (high << 4 | low);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    // Character.digit would accept digits of other scripts
    private static int hexDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
