// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a token must be to hold; empty sets and texts ask for nothing.
 *
 * @param type the {@code typ} of its header
 * @param audiences of which it must name one
 * @param issuers of which one must have made it
 * @param algorithms of which one must have signed it
 * @param required claims that must be there
 */
record JwtCheck(
        String type, Set<String> audiences, Set<String> issuers, Set<String> algorithms, List<String> required) {
    // far beyond any life of a token; keeps numbers that are no times from overflowing
    private static final double LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    static JwtCheck ofType(String type, List<String> required) {
        return new JwtCheck(type, Set.of(), Set.of(), Set.of(), required);
    }

    JwtCheck withAudience(String audience) {
        return new JwtCheck(type, Set.of(audience), issuers, algorithms, required);
    }

    /** Passes the token or throws; the signature first, so that nothing else is told about a forged token. */
    void pass(Jwt token, KeyFinder keys, Clock clock) throws JwtException {
        checkSignature(token, keys);
        checkClaims(token, clock);
    }

    private void checkSignature(Jwt token, KeyFinder keys) throws JwtException {
        if (token.header().has("crit")) {
            throw new JwtException("The token's header has an extension that is not supported");
        }
        var algorithm = algorithm(token);
        try {
            if (algorithm.verify(keys.find(token, algorithm), token.signedPart(), token.signature())) {
                return;
            }
        } catch (GeneralSecurityException failure) {
            throw new JwtException("signature verification failed", failure);
        }
        throw new JwtException("signature verification failed");
    }

    private JwsAlgorithm algorithm(Jwt token) throws JwtException {
        var label = token.headerText("alg");
        var algorithm = JwsAlgorithm.find(label);
        if (algorithm.isEmpty() || !(algorithms.isEmpty() || algorithms.contains(label))) {
            throw new JwtException("\"alg\" (Algorithm) Header Parameter value not allowed");
        }
        return algorithm.get();
    }

    private void checkClaims(Jwt token, Clock clock) throws JwtException {
        require(token.claims().isObject(), "the claims are no JSON object");
        require(type.isEmpty() || type.equals(typeOf(token)), "unexpected \"typ\" JWT header value");
        for (var claim : required) {
            require(token.claims().has(claim), "missing required \"" + claim + "\" claim");
        }
        require(issuers.isEmpty() || issuers.contains(token.claimText("iss")), "unexpected \"iss\" claim value");
        require(audiences.isEmpty() || namesAnAudience(token.claims().path("aud")), "unexpected \"aud\" claim value");
        checkTimes(token, clock);
    }

    /** As strict as the reference: a clock that is behind or ahead is given no tolerance. */
    static void checkTimes(Jwt token, Clock clock) throws JwtClaimException {
        var now = clock.instant().getEpochSecond();
        time(token, "iat");
        var notBefore = time(token, "nbf");
        if (notBefore.isPresent() && notBefore.get() > now) {
            throw JwtClaimException.wrongTime("nbf");
        }
        var expiry = time(token, "exp");
        if (expiry.isPresent() && expiry.get() <= now) {
            throw JwtClaimException.wrongTime("exp");
        }
    }

    private static Optional<Double> time(Jwt token, String claim) throws JwtClaimException {
        var value = token.claims().path(claim);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isNumber() || Math.abs(value.doubleValue()) > LAST_SECOND) {
            throw JwtClaimException.noNumber(claim);
        }
        return Optional.of(value.doubleValue());
    }

    private boolean namesAnAudience(JsonNode audience) {
        if (audience.isString()) {
            return audiences.contains(audience.stringValue());
        }
        for (var name : audience) {
            if (name.isString() && audiences.contains(name.stringValue())) {
                return true;
            }
        }
        return false;
    }

    static String typeOf(Jwt token) {
        var type = token.headerText("typ").toLowerCase(Locale.ROOT);
        return type.startsWith("application/") ? type.substring("application/".length()) : type;
    }

    private static void require(boolean condition, String message) throws JwtException {
        if (!condition) {
            throw new JwtException(message);
        }
    }
}
