// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.types.Json;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Signs with the plugin's own keys, and verifies with those that the other plugin publishes. */
final class DefaultPluginTokenHandler implements PluginTokenHandler {
    private static final Pattern PLUGIN_ID = Pattern.compile("[a-zA-Z0-9_-]+");
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final JwtCheck CHECK = JwtCheck.ofType(TokenTypes.PLUGIN, List.of("iat", "exp", "sub", "aud"));

    private final String ownPluginId;
    private final PluginKeySource ownKeys;
    private final DiscoveryService discovery;
    private final JwksFetch fetch;
    private final LoggerService logger;
    private final Clock clock;
    private final ConcurrentHashMap<String, JwksClient> keysOfOthers = new ConcurrentHashMap<>();
    private final TokenCache<VerifiedToken> verified;
    private final TokenCache<String> issued;

    DefaultPluginTokenHandler(
            String ownPluginId,
            PluginKeySource ownKeys,
            DiscoveryService discovery,
            JwksFetch fetch,
            LoggerService logger,
            Clock clock) {
        this.ownPluginId = ownPluginId;
        this.ownKeys = ownKeys;
        this.discovery = discovery;
        this.fetch = fetch;
        this.logger = logger;
        this.clock = clock;
        this.verified = new TokenCache<>(clock);
        this.issued = new TokenCache<>(clock);
    }

    @Override
    public Optional<VerifiedToken> verifyToken(String token) {
        var known = verified.find(token);
        if (known.isPresent()) {
            return known;
        }
        return Jwt.find(token)
                .filter(jwt -> jwt.headerText("typ").equals(TokenTypes.PLUGIN))
                .map(jwt -> verify(token, jwt));
    }

    private VerifiedToken verify(String token, Jwt jwt) {
        var subject = jwt.claimText("sub");
        if (subject.isEmpty()) {
            throw new AuthenticationException("Invalid plugin token: missing subject");
        }
        if (!PLUGIN_ID.matcher(subject).matches()) {
            throw new AuthenticationException("Invalid plugin token: forbidden subject format");
        }
        var keys = keysOf(subject);
        try {
            CHECK.withAudience(ownPluginId).pass(jwt, keys, clock);
        } catch (JwtException failure) {
            logger.warn("Failed to verify incoming plugin token", failure);
            throw new AuthenticationException("Failed plugin token verification");
        }
        var user = Optional.of(jwt.claimText("obo")).filter(text -> !text.isEmpty());
        var result = new VerifiedToken("plugin:" + subject, user);
        verified.put(token, result, jwt.claimTime("exp").orElse(Instant.MIN));
        return result;
    }

    private JwksClient keysOf(String pluginId) {
        var known = keysOfOthers.get(pluginId);
        if (known != null) {
            return known;
        }
        var client = new JwksClient(() -> discovery.baseUrl(pluginId) + "/.backstage/auth/v1/jwks.json", fetch, clock);
        try {
            client.prepare();
        } catch (JwtException failure) {
            logger.error("Unexpected failure for target JWKS check", failure);
            throw new AuthenticationException("Received a plugin token where the source '" + pluginId
                    + "' plugin unexpectedly does not have a JWKS endpoint. The target plugin needs to be migrated to"
                    + " be installed in an app using the new backend system.");
        }
        var raced = keysOfOthers.putIfAbsent(pluginId, client);
        return raced == null ? client : raced;
    }

    /** A token may be given out again for a minute, which spares both sides the work on its signature. */
    @Override
    public String issueToken(String pluginId, String targetPluginId, Optional<OnBehalfOf> onBehalfOf) {
        var purpose = pluginId + "\n" + targetPluginId + "\n"
                + onBehalfOf.map(OnBehalfOf::limitedUserToken).orElse("");
        return issued.find(purpose).orElseGet(() -> {
            var expiry = expiry(onBehalfOf);
            var token = sign(claims(pluginId, targetPluginId, onBehalfOf, expiry));
            issued.put(purpose, token, expiry);
            return token;
        });
    }

    private Instant expiry(Optional<OnBehalfOf> onBehalfOf) {
        var ours = clock.instant().plus(LIFETIME);
        return onBehalfOf.map(OnBehalfOf::expiresAt).filter(ours::isAfter).orElse(ours);
    }

    private ObjectNode claims(String pluginId, String targetPluginId, Optional<OnBehalfOf> onBehalfOf, Instant expiry) {
        var claims = Json.mapper()
                .createObjectNode()
                .put("sub", pluginId)
                .put("aud", targetPluginId)
                .put("iat", clock.instant().getEpochSecond())
                .put("exp", expiry.getEpochSecond());
        onBehalfOf.ifPresent(user -> claims.put("obo", user.limitedUserToken()));
        return claims;
    }

    private String sign(ObjectNode claims) {
        var key = ownKeys.signingKey();
        var header = Json.mapper()
                .createObjectNode()
                .put("typ", TokenTypes.PLUGIN)
                .put("alg", key.algorithm().label())
                .put("kid", key.id());
        var text = Jwt.encode(header.toString().getBytes(UTF_8)) + "."
                + Jwt.encode(claims.toString().getBytes(UTF_8));
        try {
            return text + "." + Jwt.encode(key.algorithm().sign(key.key(), text.getBytes(US_ASCII)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Failed to sign with key " + key.id(), failure);
        }
    }
}
