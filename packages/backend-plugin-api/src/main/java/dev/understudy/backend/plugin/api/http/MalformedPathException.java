// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

/** A segment of the path is not properly percent-encoded: HTTP 400. */
public final class MalformedPathException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedPathException(String segment, Throwable cause) {
        super("Failed to decode param '" + segment + "'", cause);
    }
}
