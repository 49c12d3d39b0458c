// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import dev.understudy.backend.plugin.api.service.AccessRestrictions;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Credentials with what only the default services may know.
 *
 * @param token the user's token
 * @param allAccessRestrictions what an external token may do in each plugin; empty if it is not restricted
 */
public record InternalCredentials(
        BackstagePrincipal principal,
        Optional<Instant> expiresAt,
        Optional<String> token,
        Map<String, AccessRestrictions> allAccessRestrictions)
        implements BackstageCredentials {
    private static final InternalCredentials NONE =
            new InternalCredentials(new BackstagePrincipal.None(), Optional.empty(), Optional.empty(), Map.of());

    public static InternalCredentials none() {
        return NONE;
    }

    public static InternalCredentials ofService(String subject) {
        return new InternalCredentials(
                new BackstagePrincipal.Service(subject, Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    public static InternalCredentials ofUser(
            String userEntityRef, Optional<String> actor, String token, Instant expiresAt) {
        var service = actor.map(subject -> new BackstagePrincipal.Service(subject, Optional.empty()));
        return new InternalCredentials(
                new BackstagePrincipal.User(userEntityRef, service),
                Optional.of(expiresAt),
                Optional.of(token),
                Map.of());
    }

    /**
     * These credentials as the default services know them.
     *
     * @throws IllegalArgumentException when somebody else made them
     */
    public static InternalCredentials of(BackstageCredentials credentials) {
        if (credentials instanceof InternalCredentials known) {
            return known;
        }
        throw new IllegalArgumentException("Invalid credential type");
    }

    @Override
    public String toString() {
        return "backstageCredentials{" + principal + "}";
    }
}
