// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import static dev.understudy.backend.plugin.api.BackendWiring.createMultitonServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceRef;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.PluginServiceRef;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.time.Clock;
import java.util.List;

/** The default authentication, as {@code backend.auth} says. Backstage counterpart: {@code authServiceFactory}. */
public final class AuthServiceFactory {
    /** More kinds of tokens of other systems. */
    public static final PluginServiceRef<List<ExternalTokenHandler>> EXTERNAL_TOKEN_HANDLERS =
            createMultitonServiceRef("core.auth.externalTokenHandlers", ExternalTokenHandler.class);

    /** A chance to wrap how plugin tokens are made and verified. */
    public static final PluginServiceRef<PluginTokenHandlerDecorator> PLUGIN_TOKEN_HANDLER_DECORATOR = createServiceRef(
                    "core.auth.pluginTokenHandlerDecorator", PluginTokenHandlerDecorator.class)
            .withDefaultFactory(_ -> () -> handler -> handler);

    private static final String KEY_STORE = "backend.auth.pluginKeyStore";

    private AuthServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.AUTH, factory -> {
            var config = factory.require(CoreServices.ROOT_CONFIG);
            var logger = factory.require(CoreServices.LOGGER);
            var discovery = factory.require(CoreServices.DISCOVERY);
            var plugin = factory.require(CoreServices.PLUGIN_METADATA);
            var database = factory.require(CoreServices.DATABASE);
            var decorator = factory.require(PLUGIN_TOKEN_HANDLER_DECORATOR);
            var handlers = factory.require(EXTERNAL_TOKEN_HANDLERS);
            return () -> create(
                    plugin.get().id(),
                    config.get(),
                    logger.get(),
                    discovery.get(),
                    keySource(config.get(), database.get(), logger.get()),
                    decorator.get(),
                    handlers.get());
        });
    }

    private static DefaultAuthService create(
            String pluginId,
            Config config,
            LoggerService logger,
            DiscoveryService discovery,
            PluginKeySource keys,
            PluginTokenHandlerDecorator decorator,
            List<ExternalTokenHandler> handlers) {
        var clock = Clock.systemUTC();
        var fetch = new HttpJwksFetch();
        var userKeys = new JwksClient(() -> discovery.baseUrl("auth") + "/.well-known/jwks.json", fetch, clock);
        var pluginTokens = new DefaultPluginTokenHandler(pluginId, keys, discovery, fetch, logger, clock);
        return new DefaultAuthService(
                pluginId,
                decorator.decorate(pluginTokens),
                new UserTokens(userKeys, logger, clock),
                ExternalTokens.fromConfig(config, pluginId, handlers, fetch, logger, clock),
                keys,
                config.optionalBool("backend.auth.dangerouslyDisableDefaultAuthPolicy")
                        .orElse(false));
    }

    static PluginKeySource keySource(Config config, DatabaseService database, LoggerService logger) {
        var section = config.optionalConfig(KEY_STORE);
        var type = section.flatMap(store -> store.optionalString("type")).orElse("database");
        return switch (type) {
            case "database" -> new DatabaseKeySource(database, logger, Clock.systemUTC());
            case "static" -> StaticKeySource.fromConfig(section.orElseThrow());
            default ->
                throw new IllegalArgumentException("Unsupported config value " + KEY_STORE + ".type '" + type
                        + "'; expected one of 'database', 'static'");
        };
    }
}
