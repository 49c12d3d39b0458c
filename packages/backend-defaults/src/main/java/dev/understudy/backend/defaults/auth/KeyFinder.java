// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import java.security.PublicKey;

/** Finds the key that must have signed a token. */
@FunctionalInterface
interface KeyFinder {
    PublicKey find(Jwt token, JwsAlgorithm algorithm) throws JwtException;
}
