// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.backend.plugin.api.service.AuthService.LimitedUserToken;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.types.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tokens that the auth plugin gives to users, and the limited ones made of them. */
final class UserTokens {
    private static final List<String> REQUIRED = List.of("iat", "exp", "sub");
    private static final JwtCheck USER = JwtCheck.ofType(TokenTypes.USER, REQUIRED);
    private static final JwtCheck LIMITED = JwtCheck.ofType(TokenTypes.LIMITED_USER, REQUIRED);
    private static final JwtCheck OLD =
            new JwtCheck("", Set.of(TokenTypes.USER_AUDIENCE), Set.of(), Set.of(), List.of());

    /** A user whose token holds. */
    record Verified(String userEntityRef, Instant expiresAt, boolean limited) {}

    private final KeyFinder keys;
    private final LoggerService logger;
    private final Clock clock;
    private final TokenCache<Verified> verified;

    UserTokens(KeyFinder keys, LoggerService logger, Clock clock) {
        this.keys = keys;
        this.logger = logger;
        this.clock = clock;
        this.verified = new TokenCache<>(clock);
    }

    /** The user of a token; empty if it is no token of a user. */
    Optional<Verified> verify(String token) {
        var known = verified.find(token);
        return known.isPresent() ? known : Jwt.find(token).flatMap(jwt -> verify(token, jwt));
    }

    private Optional<Verified> verify(String token, Jwt jwt) {
        return checkFor(jwt).map(check -> {
            var user = verify(jwt, check);
            verified.put(token, user, user.expiresAt());
            return user;
        });
    }

    private static Optional<JwtCheck> checkFor(Jwt jwt) {
        return switch (jwt.headerText("typ")) {
            case TokenTypes.USER -> Optional.of(USER);
            case TokenTypes.LIMITED_USER -> Optional.of(LIMITED);
            default -> jwt.claimText("aud").equals(TokenTypes.USER_AUDIENCE) ? Optional.of(OLD) : Optional.empty();
        };
    }

    private Verified verify(Jwt jwt, JwtCheck check) {
        try {
            check.pass(jwt, keys, clock);
        } catch (JwtException failure) {
            logger.warn("Failed to verify incoming user token", failure);
            throw new AuthenticationException("Failed user token verification");
        }
        var subject = jwt.claimText("sub");
        if (subject.isEmpty()) {
            throw new AuthenticationException("No user sub found in token");
        }
        return new Verified(subject, expiry(jwt), jwt.headerText("typ").equals(TokenTypes.LIMITED_USER));
    }

    private static Instant expiry(Jwt jwt) {
        return jwt.claimTime("exp")
                .filter(expiry -> !expiry.equals(Instant.EPOCH))
                .orElseThrow(() -> new AuthenticationException("User token is missing expiration"));
    }

    /** The limited token for a token that has been verified. */
    static LimitedUserToken limited(String token) {
        try {
            return limited(token, Jwt.parse(token));
        } catch (JwtException malformed) {
            throw new AuthenticationException("Failed to create limited user token, invalid token type", malformed);
        }
    }

    private static LimitedUserToken limited(String token, Jwt jwt) {
        var expiry = expiry(jwt);
        return switch (jwt.headerText("typ")) {
            case "", TokenTypes.LIMITED_USER -> new LimitedUserToken(token, expiry);
            case TokenTypes.USER -> new LimitedUserToken(limitedText(jwt), expiry);
            default -> throw new AuthenticationException("Failed to create limited user token, invalid token type");
        };
    }

    // the proof in the token signs exactly this text, so names must come in this order
    private static String limitedText(Jwt jwt) {
        var proof = jwt.claimText("uip");
        if (proof.isEmpty()) {
            throw new AuthenticationException("Failed to create limited user token, missing user identity proof");
        }
        var header = Json.mapper().createObjectNode().put("typ", TokenTypes.LIMITED_USER);
        copy(jwt.header(), header, "alg", "kid");
        var claims = Json.mapper().createObjectNode();
        copy(jwt.claims(), claims, "sub", "iat", "exp");
        return Jwt.encode(header.toString().getBytes(UTF_8)) + "."
                + Jwt.encode(claims.toString().getBytes(UTF_8)) + "." + proof;
    }

    private static void copy(JsonNode from, ObjectNode to, String... names) {
        for (var name : names) {
            if (from.has(name)) {
                to.set(name, from.path(name));
            }
        }
    }
}
