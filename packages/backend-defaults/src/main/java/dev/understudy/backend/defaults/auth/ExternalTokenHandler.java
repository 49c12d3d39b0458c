// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.config.Config;
import java.util.Optional;

/** One kind of tokens that other systems come with. Thread-safe. Backstage counterpart: the same name. */
public interface ExternalTokenHandler {
    /** The {@code type} by which an entry of {@code backend.auth.externalAccess} asks for this handler. */
    String type();

    /** Prepares for the tokens of one entry, whose {@code options} these are. */
    Verifier initialize(Config options);

    /** Verifies the tokens of one entry. */
    @FunctionalInterface
    interface Verifier {
        /** The subject of a token, or empty if the token is not for this entry. */
        Optional<String> verifyToken(String token);
    }
}
