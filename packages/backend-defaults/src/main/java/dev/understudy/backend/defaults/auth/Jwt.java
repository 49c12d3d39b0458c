// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.understudy.types.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The parts of a token, none of which is to be believed before {@link JwtCheck} has passed it. The header alone tells whose
 * token it is, so the other parts may be unreadable: such claims are missing, and such a signature is empty.
 */
final class Jwt {
    private static final int LONGEST = 65_536;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final JsonNode header;
    private final JsonNode claims;
    private final byte[] signedPart;
    private final byte[] signature;

    private Jwt(JsonNode header, JsonNode claims, byte[] signedPart, byte[] signature) {
        this.header = header;
        this.claims = claims;
        this.signedPart = signedPart;
        this.signature = signature;
    }

    static Jwt parse(String token) throws JwtException {
        if (token.length() > LONGEST) {
            throw new JwtException("The token is too long");
        }
        if (!hasThreeParts(token)) {
            throw new JwtException("The token is no compact JWS");
        }
        var first = token.indexOf('.');
        var second = token.indexOf('.', first + 1);
        return new Jwt(
                object(token.substring(0, first)),
                claims(token.substring(first + 1, second)),
                token.substring(0, second).getBytes(US_ASCII),
                signature(token.substring(second + 1)));
    }

    /** The token's parts if it has the form of one. */
    static Optional<Jwt> find(String token) {
        // static tokens come by with every request, and an exception costs as much as an answer
        if (!hasThreeParts(token)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(token));
        } catch (JwtException other) {
            return Optional.empty();
        }
    }

    private static boolean hasThreeParts(String token) {
        var first = token.indexOf('.');
        var second = token.indexOf('.', first + 1);
        return first > 0 && second > 0 && token.indexOf('.', second + 1) < 0;
    }

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    private static JsonNode object(String part) throws JwtException {
        try {
            var node = Json.mapper().readTree(decode(part));
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException malformed) {
            throw new JwtException("A part of the token is not JSON", malformed);
        }
        throw new JwtException("A part of the token is not a JSON object");
    }

    private static JsonNode claims(String part) {
        try {
            return object(part);
        } catch (JwtException unreadable) {
            return MissingNode.getInstance();
        }
    }

    private static byte[] signature(String part) {
        try {
            return decode(part);
        } catch (JwtException unreadable) {
            return new byte[0];
        }
    }

    private static byte[] decode(String part) throws JwtException {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException malformed) {
            throw new JwtException("A part of the token is not base64url", malformed);
        }
    }

    JsonNode header() {
        return header;
    }

    JsonNode claims() {
        return claims;
    }

    /** A value of the header; empty text unless it is text. */
    String headerText(String name) {
        return text(header, name);
    }

    /** A claim; empty text unless it is text. */
    String claimText(String name) {
        return text(claims, name);
    }

    /** A claim that is a time, which may have a fraction of a second; empty unless it is a number. */
    Optional<Instant> claimTime(String name) {
        var value = claims.path(name);
        return value.isNumber()
                ? Optional.of(Instant.ofEpochMilli((long) (value.doubleValue() * 1000)))
                : Optional.empty();
    }

    private static String text(JsonNode object, String name) {
        var value = object.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    byte[] signedPart() {
        return signedPart.clone();
    }

    byte[] signature() {
        return signature.clone();
    }
}
