// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.types.Json;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Public keys as JSON. */
final class JsonWebKey {
    // an Ed25519 key is this and its 32 bytes
    private static final byte[] ED25519_PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
    };
    private static final int ED25519_LENGTH = 32;

    private JsonWebKey() {}

    static PublicKey parse(JsonNode jwk) throws GeneralSecurityException {
        return switch (jwk.path("kty").asString("")) {
            case "EC" -> parseEc(jwk);
            case "RSA" ->
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
            case "OKP" -> parseEd25519(jwk);
            default -> throw new GeneralSecurityException("The kind of key is not supported");
        };
    }

    private static PublicKey parseEc(JsonNode jwk) throws GeneralSecurityException {
        var name = switch (jwk.path("crv").asString("")) {
            case "P-256" -> "secp256r1";
            case "P-384" -> "secp384r1";
            case "P-521" -> "secp521r1";
            default -> throw new GeneralSecurityException("The curve is not supported");
        };
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(name));
        var point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static PublicKey parseEd25519(JsonNode jwk) throws GeneralSecurityException {
        var bytes = bytes(jwk, "x");
        if (!jwk.path("crv").asString("").equals("Ed25519") || bytes.length != ED25519_LENGTH) {
            throw new GeneralSecurityException("The curve is not supported");
        }
        var encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + ED25519_LENGTH);
        System.arraycopy(bytes, 0, encoded, ED25519_PREFIX.length, ED25519_LENGTH);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static BigInteger number(JsonNode jwk, String name) throws GeneralSecurityException {
        return new BigInteger(1, bytes(jwk, name));
    }

    private static byte[] bytes(JsonNode jwk, String name) throws GeneralSecurityException {
        try {
            var bytes = Base64.getUrlDecoder().decode(jwk.path(name).asString(""));
            if (bytes.length > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            throw new GeneralSecurityException("'" + name + "' of the key is malformed", malformed);
        }
        throw new GeneralSecurityException("'" + name + "' of the key is missing");
    }

    static ObjectNode of(PublicKey key, String id, JwsAlgorithm algorithm) {
        var jwk = Json.mapper().createObjectNode();
        switch (key) {
            case ECPublicKey ec -> {
                var length = (ec.getParams().getCurve().getField().getFieldSize() + 7) / 8;
                jwk.put("kty", "EC");
                jwk.put("x", encode(ec.getW().getAffineX(), length));
                jwk.put("y", encode(ec.getW().getAffineY(), length));
                jwk.put("crv", curve(length));
            }
            case RSAPublicKey rsa -> {
                jwk.put("kty", "RSA");
                jwk.put("n", encode(rsa.getModulus(), (rsa.getModulus().bitLength() + 7) / 8));
                jwk.put(
                        "e",
                        encode(rsa.getPublicExponent(), (rsa.getPublicExponent().bitLength() + 7) / 8));
            }
            case EdECPublicKey ed -> {
                var encoded = ed.getEncoded();
                jwk.put("kty", "OKP");
                jwk.put("x", Jwt.encode(Arrays.copyOfRange(encoded, encoded.length - ED25519_LENGTH, encoded.length)));
                jwk.put("crv", "Ed25519");
            }
            default -> throw new IllegalArgumentException("The kind of key is not supported");
        }
        return jwk.put("kid", id).put("alg", algorithm.label());
    }

    private static String curve(int length) {
        return switch (length) {
            case 32 -> "P-256";
            case 48 -> "P-384";
            default -> "P-521";
        };
    }

    private static String encode(BigInteger number, int length) {
        var bytes = number.toByteArray();
        var padded = new byte[length];
        var from = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, from, padded, length - (bytes.length - from), bytes.length - from);
        return Jwt.encode(padded);
    }
}
