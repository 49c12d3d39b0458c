// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.backend.defaults.internal.InternalCredentials;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.errors.NotAllowedException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Tries a token as one of a plugin, of a user, of another system, in this order. */
final class DefaultAuthService implements AuthService {
    private final String pluginId;
    private final PluginTokenHandler pluginTokens;
    private final UserTokens userTokens;
    private final ExternalTokens externalTokens;
    private final PluginKeySource keys;
    private final boolean defaultPolicyDisabled;

    DefaultAuthService(
            String pluginId,
            PluginTokenHandler pluginTokens,
            UserTokens userTokens,
            ExternalTokens externalTokens,
            PluginKeySource keys,
            boolean defaultPolicyDisabled) {
        this.pluginId = pluginId;
        this.pluginTokens = pluginTokens;
        this.userTokens = userTokens;
        this.externalTokens = externalTokens;
        this.keys = keys;
        this.defaultPolicyDisabled = defaultPolicyDisabled;
    }

    @Override
    public BackstageCredentials authenticate(String token) {
        return authenticate(token, false);
    }

    @Override
    public BackstageCredentials authenticateLimited(String token) {
        return authenticate(token, true);
    }

    private InternalCredentials authenticate(String token, boolean limitedAllowed) {
        return pluginTokens
                .verifyToken(token)
                .map(this::forPlugin)
                .or(() -> userTokens.verify(token).map(user -> forUser(user, token, limitedAllowed)))
                .or(() -> externalTokens.verify(token).map(this::forExternal))
                .orElseThrow(() -> new AuthenticationException("Illegal token"));
    }

    private InternalCredentials forPlugin(PluginTokenHandler.VerifiedToken plugin) {
        if (plugin.limitedUserToken().isEmpty()) {
            return InternalCredentials.ofService(plugin.subject());
        }
        var token = plugin.limitedUserToken().get();
        var user = userTokens
                .verify(token)
                .orElseThrow(() -> new AuthenticationException("Invalid user token in plugin token obo claim"));
        return InternalCredentials.ofUser(user.userEntityRef(), Optional.of(plugin.subject()), token, user.expiresAt());
    }

    private static InternalCredentials forUser(UserTokens.Verified user, String token, boolean limitedAllowed) {
        if (user.limited() && !limitedAllowed) {
            throw new AuthenticationException("Illegal limited user token");
        }
        return InternalCredentials.ofUser(user.userEntityRef(), Optional.empty(), token, user.expiresAt());
    }

    private InternalCredentials forExternal(ExternalTokens.Verified external) {
        var restrictions = external.restrictions();
        return new InternalCredentials(
                new BackstagePrincipal.Service(external.subject(), Optional.ofNullable(restrictions.get(pluginId))),
                Optional.empty(),
                Optional.empty(),
                restrictions);
    }

    @Override
    public BackstageCredentials noneCredentials() {
        return InternalCredentials.none();
    }

    @Override
    public BackstageCredentials ownServiceCredentials() {
        return InternalCredentials.ofService("plugin:" + pluginId);
    }

    @Override
    public String pluginRequestToken(BackstageCredentials onBehalfOf, String targetPluginId) {
        var credentials = InternalCredentials.of(onBehalfOf);
        return switch (credentials.principal()) {
            case BackstagePrincipal.None none -> tokenForNobody(none);
            case BackstagePrincipal.Service _ -> {
                refuseDelegation(credentials, targetPluginId);
                yield pluginTokens.issueToken(pluginId, targetPluginId, Optional.empty());
            }
            case BackstagePrincipal.User _ -> {
                var limited = limitedUserToken(credentials);
                var user = new PluginTokenHandler.OnBehalfOf(limited.token(), limited.expiresAt());
                yield pluginTokens.issueToken(pluginId, targetPluginId, Optional.of(user));
            }
        };
    }

    private String tokenForNobody(BackstagePrincipal.None none) {
        if (defaultPolicyDisabled) {
            return "";
        }
        throw new AuthenticationException("Refused to issue service token for credential type '" + none.type() + "'");
    }

    private static void refuseDelegation(InternalCredentials credentials, String targetPluginId) {
        if (credentials.allAccessRestrictions().isEmpty()) {
            return;
        }
        var target = credentials.allAccessRestrictions().get(targetPluginId);
        if (target == null) {
            throw new NotAllowedException(
                    "Access to target plugin '" + targetPluginId + "' is not included in token's access restrictions");
        }
        if (!target.permissionNames().isEmpty() || !target.permissionActions().isEmpty()) {
            throw new NotAllowedException(
                    "Access to target plugin '" + targetPluginId + "' is restricted and cannot be delegated");
        }
    }

    @Override
    public LimitedUserToken limitedUserToken(BackstageCredentials credentials) {
        return InternalCredentials.of(credentials)
                .token()
                .map(UserTokens::limited)
                .orElseThrow(() -> new AuthenticationException("User credentials is unexpectedly missing token"));
    }

    @Override
    public List<JsonNode> listPublicServiceKeys() {
        return keys.publicKeys();
    }
}
