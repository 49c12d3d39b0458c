// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import java.time.Instant;
import java.util.Optional;

/** Makes and verifies the tokens with which plugins call each other. Thread-safe. Backstage counterpart: the same name. */
public interface PluginTokenHandler {
    /**
     * What a token says; empty if it is no token of a plugin.
     *
     * @throws dev.understudy.errors.AuthenticationException when it is one and does not hold
     */
    Optional<VerifiedToken> verifyToken(String token);

    /** A token of one plugin for another. */
    String issueToken(String pluginId, String targetPluginId, Optional<OnBehalfOf> onBehalfOf);

    /**
     * A token that holds.
     *
     * @param subject who made it, such as {@code plugin:catalog}
     * @param limitedUserToken a token, yet to be verified, of the user for whom it was made
     */
    record VerifiedToken(String subject, Optional<String> limitedUserToken) {
        @Override
        public String toString() {
            return "VerifiedToken[subject=" + subject + "]";
        }
    }

    /** The user for whom a token is made. */
    record OnBehalfOf(String limitedUserToken, Instant expiresAt) {
        @Override
        public String toString() {
            return "OnBehalfOf[expiresAt=" + expiresAt + "]";
        }
    }
}
