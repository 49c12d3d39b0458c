// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestDatabase;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.time.Clock;
import java.util.List;

/** The authentication of one plugin, with recorded keys of the others. */
final class AuthFixture {
    final RecordingLogger logger = RecordingLogger.create();
    private JwksFetch fetch = RecordedTokens::keys;
    private Clock clock = RecordedTokens.clock();
    private String pluginId = "search";
    private String config = "{}";
    private List<ExternalTokenHandler> handlers = List.of();

    AuthFixture fetching(JwksFetch otherFetch) {
        fetch = otherFetch;
        return this;
    }

    AuthFixture at(Clock otherClock) {
        clock = otherClock;
        return this;
    }

    AuthFixture forPlugin(String id) {
        pluginId = id;
        return this;
    }

    AuthFixture with(ExternalTokenHandler handler) {
        handlers = List.of(handler);
        return this;
    }

    /** The section {@code backend.auth}. */
    AuthFixture configured(String json) {
        config = "{\"backend\": {\"auth\": " + json + "}}";
        return this;
    }

    DefaultAuthService create() {
        var discovery = new FixedDiscovery();
        var keys = new DatabaseKeySource(TestDatabase.create(DatabaseDialect.SQLITE), logger, clock);
        var userKeys = new JwksClient(() -> discovery.baseUrl("auth") + "/.well-known/jwks.json", fetch, clock);
        var reader = ConfigReader.fromData(Json.mapper().readTree(config));
        return new DefaultAuthService(
                pluginId,
                new DefaultPluginTokenHandler(pluginId, keys, discovery, fetch, logger, clock),
                new UserTokens(userKeys, logger, clock),
                ExternalTokens.fromConfig(reader, pluginId, handlers, fetch, logger, clock),
                keys,
                reader.optionalBool("backend.auth.dangerouslyDisableDefaultAuthPolicy")
                        .orElse(false));
    }
}
