// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.types.Json;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Public keys of one issuer, parsed once. */
record JwkSet(List<Entry> keys) {
    /** A key, and what it is for. */
    record Entry(JsonNode jwk, PublicKey key) {
        boolean fits(String keyId, JwsAlgorithm algorithm) {
            return algorithm.keyType().equals(text("kty"))
                    && (algorithm.curve().isEmpty() || algorithm.curve().equals(text("crv")))
                    && (keyId.isEmpty() || keyId.equals(text("kid")))
                    && (!jwk.has("alg") || algorithm.label().equals(text("alg")))
                    && (!jwk.has("use") || text("use").equals("sig"))
                    && (!jwk.has("key_ops") || mayVerify());
        }

        private boolean mayVerify() {
            for (var operation : jwk.path("key_ops")) {
                if (operation.asString("").equals("verify")) {
                    return true;
                }
            }
            return false;
        }

        private String text(String name) {
            return jwk.path(name).asString("");
        }
    }

    static JwkSet parse(String json) throws JwtException {
        JsonNode keys;
        try {
            keys = Json.mapper().readTree(json).path("keys");
        } catch (JacksonException malformed) {
            throw new JwtException("The set of keys is not JSON", malformed);
        }
        if (!keys.isArray()) {
            throw new JwtException("Invalid jwks.json response, missing keys");
        }
        var entries = new ArrayList<Entry>();
        for (var jwk : keys) {
            parse(jwk).ifPresent(key -> entries.add(new Entry(jwk, key)));
        }
        return new JwkSet(List.copyOf(entries));
    }

    // keys of other kinds may be there for other readers
    private static Optional<PublicKey> parse(JsonNode jwk) {
        try {
            return Optional.of(JsonWebKey.parse(jwk));
        } catch (GeneralSecurityException unusable) {
            return Optional.empty();
        }
    }

    /** The key for a token's header; empty if none fits. */
    Optional<PublicKey> find(Jwt token, JwsAlgorithm algorithm) throws JwtException {
        var keyId = token.headerText("kid");
        var fitting =
                keys.stream().filter(entry -> entry.fits(keyId, algorithm)).toList();
        if (fitting.size() > 1) {
            throw new JwtException("multiple matching keys found in the JSON Web Key Set");
        }
        return fitting.stream().findFirst().map(Entry::key);
    }
}
