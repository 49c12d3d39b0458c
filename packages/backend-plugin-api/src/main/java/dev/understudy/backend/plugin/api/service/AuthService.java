// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks and issues tokens. Thread-safe. Backstage counterpart: {@code AuthService}. */
public interface AuthService {
    /**
     * Finds out whom a token stands for.
     *
     * @throws dev.understudy.errors.AuthenticationException when it is not valid
     */
    BackstageCredentials authenticate(String token);

    /** As {@link #authenticate}, and accepts a limited user token too, as cookies hold. */
    BackstageCredentials authenticateLimited(String token);

    /** The credentials of nobody. */
    BackstageCredentials noneCredentials();

    /** The credentials of this plugin itself. */
    BackstageCredentials ownServiceCredentials();

    /**
     * A token for a request to another plugin, made for the one who holds {@code onBehalfOf}.
     *
     * @throws dev.understudy.errors.AuthenticationException when these credentials cannot be forwarded
     */
    String pluginRequestToken(BackstageCredentials onBehalfOf, String targetPluginId);

    /** A token that proves the user's identity and grants nothing else, for cookies. */
    LimitedUserToken limitedUserToken(BackstageCredentials credentials);

    /** The public keys that verify this plugin's tokens, each a JWK. */
    List<JsonNode> listPublicServiceKeys();

    /** A limited user token and when it ends. */
    record LimitedUserToken(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "LimitedUserToken[expiresAt=" + expiresAt + "]";
        }
    }
}
