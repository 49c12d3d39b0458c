// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.Optional;

/**
 * How to authenticate at GitHub. Immutable. Backstage counterpart of the same name.
 *
 * @param token to be sent as a bearer token; nothing to read as anybody
 * @param type where the token is from
 */
public record GithubCredentials(Optional<Secret> token, Type type) {
    /** Where a token is from. */
    public enum Type {
        APP,
        TOKEN
    }

    /** A token from the configuration or the caller. */
    public static GithubCredentials ofToken(Optional<Secret> token) {
        return new GithubCredentials(token, Type.TOKEN);
    }
}
