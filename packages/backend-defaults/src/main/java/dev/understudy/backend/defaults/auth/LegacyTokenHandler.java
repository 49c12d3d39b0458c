// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.config.Config;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens signed with a secret that both sides know, from before plugins had keys. */
final class LegacyTokenHandler implements ExternalTokenHandler {
    private static final String ILLEGAL_SECRET = "Illegal secret, must be a valid base64 string";

    private final Clock clock;

    LegacyTokenHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String type() {
        return "legacy";
    }

    @Override
    public Verifier initialize(Config options) {
        return initialize(options, options.string("subject"));
    }

    /** For an entry of the section {@code backend.auth.keys}, which gives no subject. */
    Verifier initializeOld(Config options) {
        return initialize(options, "external:backstage-plugin");
    }

    private Verifier initialize(Config options, String subject) {
        var secret = TextChecks.solid(options.string("secret"), ILLEGAL_SECRET);
        TextChecks.solid(subject, "Illegal subject, must be a set of non-space characters");
        var key = new SecretKeySpec(decode(secret), "HmacSHA256");
        var result = Optional.of(subject);
        return token -> Jwt.find(token)
                .filter(LegacyTokenHandler::isLegacy)
                .filter(jwt -> verify(jwt, key))
                .flatMap(_ -> result);
    }

    private static byte[] decode(String secret) {
        try {
            var standard = secret.replace('-', '+').replace('_', '/');
            var key = Base64.getDecoder().decode(standard.replaceAll("=+$", ""));
            if (key.length > 0) {
                return key;
            }
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(ILLEGAL_SECRET, malformed);
        }
        throw new IllegalArgumentException(ILLEGAL_SECRET);
    }

    private static boolean isLegacy(Jwt jwt) {
        return jwt.headerText("alg").equals("HS256")
                && !jwt.header().has("crit")
                && jwt.claimText("sub").equals("backstage-server")
                && jwt.claims().path("aud").isMissingNode();
    }

    private boolean verify(Jwt jwt, SecretKeySpec key) {
        if (!MessageDigest.isEqual(sign(jwt.signedPart(), key), jwt.signature())) {
            return false;
        }
        try {
            JwtCheck.checkTimes(jwt, clock);
            return true;
        } catch (JwtClaimException failure) {
            throw failure.toAnswer(jwt.claims());
        }
    }

    private static byte[] sign(byte[] text, SecretKeySpec key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
