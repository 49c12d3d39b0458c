// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.config.Config;
import java.security.MessageDigest;
import java.util.Optional;

/** Tokens that are the same text each time. */
final class StaticTokenHandler implements ExternalTokenHandler {
    private static final int SHORTEST = 8;

    @Override
    public String type() {
        return "static";
    }

    @Override
    public Verifier initialize(Config options) {
        var token = options.string("token");
        var subject = options.string("subject");
        TextChecks.solid(token, "Illegal token, must be a set of non-space characters");
        if (token.length() < SHORTEST) {
            throw new IllegalArgumentException("Illegal token, must be at least 8 characters length");
        }
        TextChecks.solid(subject, "Illegal subject, must be a set of non-space characters");
        var expected = token.getBytes(UTF_8);
        var result = Optional.of(subject);
        // compares in constant time, so that nobody can find the token byte by byte
        return given -> MessageDigest.isEqual(expected, given.getBytes(UTF_8)) ? result : Optional.empty();
    }
}
