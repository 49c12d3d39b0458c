// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.types.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** Hashes that equal those of Backstage, so that a database can change hands without all entities looking changed. */
public final class StableHash {
    private final MessageDigest digest;

    private StableHash(String algorithm) {
        try {
            this.digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The hash of a value, whatever the order of its keys. */
    public static String of(JsonNode value) {
        return sha1(Json.stableStringify(value));
    }

    /** The SHA-1 of the texts, one after the other, in hexadecimal. */
    public static String sha1(String... texts) {
        return hash("SHA-1", texts);
    }

    /** The SHA-256 of a text, in hexadecimal. */
    static String sha256(String text) {
        return hash("SHA-256", text);
    }

    private static String hash(String algorithm, String... texts) {
        var hash = new StableHash(algorithm);
        for (var text : texts) {
            hash.digest.update(text.getBytes(UTF_8));
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }
}
