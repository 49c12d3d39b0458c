// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.config.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Keys from files; the first one signs. */
record StaticKeySource(SigningKey signingKey, List<JsonNode> publicKeys) implements PluginKeySource {
    static StaticKeySource fromConfig(Config config) {
        var keys = config.configArray("static.keys");
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("At least one key pair must be provided in static.keys, when the static"
                    + " key store type is used");
        }
        var publicKeys = new ArrayList<JsonNode>();
        keys.forEach(key -> publicKeys.add(publicKey(key)));
        return new StaticKeySource(signingKey(keys.getFirst()), List.copyOf(publicKeys));
    }

    private static SigningKey signingKey(Config key) {
        var file = key.optionalString("privateKeyFile")
                .orElseThrow(() -> new IllegalArgumentException("Private key for signing must be provided in the first"
                        + " key pair in static.keys, when the static key store type is used"));
        var algorithm = algorithm(key);
        try {
            var encoded = new PKCS8EncodedKeySpec(pem(file, "PRIVATE KEY"));
            return new SigningKey(
                    key.string("keyId"), algorithm, factory(algorithm).generatePrivate(encoded));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("The private key in " + file + " is not usable", unusable);
        }
    }

    private static JsonNode publicKey(Config key) {
        var file = key.string("publicKeyFile");
        var algorithm = algorithm(key);
        try {
            var encoded = new X509EncodedKeySpec(pem(file, "PUBLIC KEY"));
            return JsonWebKey.of(factory(algorithm).generatePublic(encoded), key.string("keyId"), algorithm);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("The public key in " + file + " is not usable", unusable);
        }
    }

    private static JwsAlgorithm algorithm(Config key) {
        var label = key.optionalString("algorithm").orElse("ES256");
        return JwsAlgorithm.find(label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unsupported algorithm '" + label + "' in backend.auth.pluginKeyStore.static.keys"));
    }

    private static KeyFactory factory(JwsAlgorithm algorithm) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm.keyType().equals("OKP") ? "Ed25519" : algorithm.keyType());
    }

    private static byte[] pem(String file, String kind) throws GeneralSecurityException {
        try {
            var text = Files.readString(Path.of(file));
            var begin = text.indexOf("-----BEGIN " + kind + "-----");
            var end = text.indexOf("-----END " + kind + "-----");
            if (begin < 0 || end < begin) {
                throw new GeneralSecurityException("There is no " + kind + " in PEM form");
            }
            return Base64.getMimeDecoder().decode(text.substring(begin + kind.length() + 16, end));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
