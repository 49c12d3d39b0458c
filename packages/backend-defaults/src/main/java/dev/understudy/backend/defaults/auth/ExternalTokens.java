// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.backend.plugin.api.service.AccessRestrictions;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import dev.understudy.errors.NotAllowedException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tokens of other systems, as {@code backend.auth.externalAccess} lists them; the first entry that knows a token decides. */
final class ExternalTokens {
    private static final String SECTION = "backend.auth.externalAccess";
    private static final String OLD_SECTION = "backend.auth.keys";
    private static final AtomicBoolean WARNED = new AtomicBoolean();

    private record Entry(ExternalTokenHandler.Verifier verifier, Map<String, AccessRestrictions> restrictions) {}

    /**
     * Who came with a token.
     *
     * @param restrictions those of all plugins; empty if there are none at all
     */
    record Verified(String subject, Map<String, AccessRestrictions> restrictions) {}

    private final String ownPluginId;
    private final List<Entry> entries;

    private ExternalTokens(String ownPluginId, List<Entry> entries) {
        this.ownPluginId = ownPluginId;
        this.entries = List.copyOf(entries);
    }

    static ExternalTokens fromConfig(
            Config config,
            String ownPluginId,
            List<ExternalTokenHandler> custom,
            JwksFetch fetch,
            LoggerService logger,
            Clock clock) {
        var legacy = new LegacyTokenHandler(clock);
        var handlers = handlers(legacy, new JwksTokenHandler(fetch, clock), custom);
        var entries = new ArrayList<Entry>();
        for (var entry : config.optionalConfigArray(SECTION).orElse(List.of())) {
            entries.add(entry(entry, handlers));
        }
        for (var entry : config.optionalConfigArray(OLD_SECTION).orElse(List.of())) {
            warnOnce(logger);
            entries.add(new Entry(legacy.initializeOld(entry), AccessRestrictionsConfig.read(entry)));
        }
        return new ExternalTokens(ownPluginId, entries);
    }

    /** Those of {@code backend.auth.externalAccess} whose types need nobody's addition; the others stay unknown. */
    static ExternalTokens ofBuiltInTypes(Config config, String ownPluginId, JwksFetch fetch, Clock clock) {
        var handlers = handlers(new LegacyTokenHandler(clock), new JwksTokenHandler(fetch, clock), List.of());
        var entries = config.optionalConfigArray(SECTION).orElse(List.of()).stream()
                .filter(entry -> handlers.containsKey(entry.string("type")))
                .map(entry -> entry(entry, handlers))
                .toList();
        return new ExternalTokens(ownPluginId, entries);
    }

    private static Map<String, ExternalTokenHandler> handlers(
            LegacyTokenHandler legacy, JwksTokenHandler jwks, List<ExternalTokenHandler> custom) {
        var handlers = new LinkedHashMap<String, ExternalTokenHandler>();
        handlers.put("static", new StaticTokenHandler());
        handlers.put("legacy", legacy);
        handlers.put("jwks", jwks);
        for (var handler : custom) {
            if (handlers.putIfAbsent(handler.type(), handler) != null) {
                throw new IllegalArgumentException("Duplicate external token handler type '" + handler.type()
                        + "', each handler must have a unique type");
            }
        }
        return handlers;
    }

    private static Entry entry(Config config, Map<String, ExternalTokenHandler> handlers) {
        var type = config.string("type");
        var handler = handlers.get(type);
        if (handler == null) {
            throw new IllegalArgumentException("Unknown type '" + type + "' in " + SECTION + ", expected one of "
                    + TextChecks.quoted(handlers.keySet()));
        }
        return new Entry(handler.initialize(config.config("options")), AccessRestrictionsConfig.read(config));
    }

    private static void warnOnce(LoggerService logger) {
        if (WARNED.compareAndSet(false, true)) {
            logger.warn("DEPRECATION WARNING: The " + OLD_SECTION + " config has been replaced by " + SECTION
                    + ", see https://backstage.io/docs/auth/service-to-service-auth");
        }
    }

    /** Who came with a token; empty if no entry knows it. */
    Optional<Verified> verify(String token) {
        for (var entry : entries) {
            var subject = entry.verifier().verifyToken(token);
            if (subject.isPresent()) {
                refuseOtherPlugins(entry.restrictions());
                return Optional.of(new Verified(subject.get(), entry.restrictions()));
            }
        }
        return Optional.empty();
    }

    private void refuseOtherPlugins(Map<String, AccessRestrictions> restrictions) {
        if (!restrictions.isEmpty() && !restrictions.containsKey(ownPluginId)) {
            throw new NotAllowedException(
                    "This token's access is restricted to plugin(s) " + TextChecks.quoted(restrictions.keySet()));
        }
    }
}
