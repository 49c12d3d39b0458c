// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Keys in a form that every store takes. */
final class CacheKeys {
    private static final int LONGEST = 200;

    private CacheKeys() {}

    static String normalize(String key) {
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        var encoded = Base64.getEncoder().encodeToString(bytes);
        return encoded.length() < LONGEST ? encoded : Base64.getEncoder().encodeToString(sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
