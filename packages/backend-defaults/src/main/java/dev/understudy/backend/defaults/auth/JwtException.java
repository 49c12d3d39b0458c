// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

/** A token is malformed or does not hold; the message is for the log. */
class JwtException extends Exception {
    private static final long serialVersionUID = 1L;

    JwtException(String message) {
        super(message);
    }

    JwtException(String message, Throwable cause) {
        super(message, cause);
    }
}
