// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes of a body as text, in the encodings that Express knows under names that begin with {@code utf-}. */
enum BodyText {
    UTF8(StandardCharsets.UTF_8, 1),
    UTF16LE(StandardCharsets.UTF_16LE, 2),
    UTF16BE(StandardCharsets.UTF_16BE, 2),
    /** The order of the bytes is that of the mark, or what makes more of the text Latin. */
    UTF16(StandardCharsets.UTF_16, 2) {
        @Override
        String decode(byte[] bytes) {
            return (isBigEndian(bytes) ? UTF16BE : UTF16LE).decode(bytes);
        }
    };

    private static final int LOOKED_AT = 64;

    private final Charset charset;
    /** How many bytes there are at least to a character; what is left over at the end is dropped. */
    private final int unit;

    BodyText(Charset charset, int unit) {
        this.charset = charset;
        this.unit = unit;
    }

    /**
     * @throws dev.understudy.errors.HttpException with status 415 when the encoding is not known
     */
    static BodyText named(String charset) {
        return switch (charset.replaceAll("[^0-9a-z]", "")) {
            case "utf8" -> UTF8;
            case "utf16le" -> UTF16LE;
            case "utf16be" -> UTF16BE;
            case "utf16" -> UTF16;
            // nobody sends it; what is Latin in it reads the same
            case "utf7", "utf7imap" -> UTF8;
            default -> throw BodyErrors.unsupportedCharset(charset);
        };
    }

    /** The text, without a byte order mark. */
    String decode(byte[] bytes) {
        var text = charset.decode(ByteBuffer.wrap(bytes, 0, bytes.length - bytes.length % unit))
                .toString();
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static boolean isBigEndian(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xfe + 0xff && bytes[0] != bytes[1]) {
            return (bytes[0] & 0xff) == 0xfe;
        }
        int balance = 0;
        for (int i = 0; i + 1 < Math.min(bytes.length, LOOKED_AT); i += 2) {
            balance += bytes[i] == 0 && bytes[i + 1] != 0 ? 1 : 0;
            balance -= bytes[i] != 0 && bytes[i + 1] == 0 ? 1 : 0;
        }
        return balance > 0;
    }
}
