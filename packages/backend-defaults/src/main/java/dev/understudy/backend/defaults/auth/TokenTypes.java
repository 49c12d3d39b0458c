// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

/** The {@code typ} of Backstage's tokens. */
final class TokenTypes {
    static final String USER = "vnd.backstage.user";
    static final String LIMITED_USER = "vnd.backstage.limited-user";
    static final String PLUGIN = "vnd.backstage.plugin";

    /** The audience of user tokens that are older than types. */
    static final String USER_AUDIENCE = "backstage";

    private TokenTypes() {}
}
