// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.config.Config;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.errors.NotAllowedException;
import java.time.Clock;

/** Tells whether a token is one of {@code backend.auth.externalAccess}, for what belongs to no plugin. Thread-safe. */
public final class ExternalAccess {
    private final String name;
    private final ExternalTokens tokens;

    private ExternalAccess(String name, ExternalTokens tokens) {
        this.name = name;
        this.tokens = tokens;
    }

    /**
     * Knows the tokens whose kind the default authentication brings along.
     *
     * @param name stands for a plugin's id in {@code accessRestrictions}
     */
    public static ExternalAccess fromConfig(Config config, String name) {
        return new ExternalAccess(
                name, ExternalTokens.ofBuiltInTypes(config, name, new HttpJwksFetch(), Clock.systemUTC()));
    }

    /**
     * @throws AuthenticationException when no entry knows the token
     * @throws NotAllowedException when it is for other plugins only, or for certain permissions only
     */
    public void require(String token) {
        var verified = tokens.verify(token).orElseThrow(() -> new AuthenticationException("Illegal token"));
        var restrictions = verified.restrictions().get(name);
        if (restrictions != null
                && !(restrictions.permissionNames().isEmpty()
                        && restrictions.permissionActions().isEmpty())) {
            throw new NotAllowedException("This token's access is restricted to certain permissions");
        }
    }
}
