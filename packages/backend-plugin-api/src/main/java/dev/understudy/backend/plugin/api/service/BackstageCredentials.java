// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.time.Instant;
import java.util.Optional;

/**
 * Proof of who a request comes from; made by {@link AuthService} and {@link HttpAuthService} only. The token behind it
 * never appears in {@code toString}. Immutable.
 *
 * <p>Backstage counterpart: {@code BackstageCredentials}.
 */
public interface BackstageCredentials {
    BackstagePrincipal principal();

    /** When the proof ends; empty when it does not. */
    Optional<Instant> expiresAt();
}
