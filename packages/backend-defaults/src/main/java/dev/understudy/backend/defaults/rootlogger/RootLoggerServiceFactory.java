// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static java.util.Objects.requireNonNullElse;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.service.RootLoggerService;
import dev.understudy.config.Config;
import dev.understudy.config.loader.schema.ConfigSchema;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The default root logger; its level is {@code LOG_LEVEL} or {@code backend.logger.level}, its format depends on {@code
 * NODE_ENV}. Backstage counterpart: {@code rootLoggerServiceFactory}.
 */
public final class RootLoggerServiceFactory {
    private RootLoggerServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.ROOT_LOGGER, factory -> {
            var config = factory.require(CoreServices.ROOT_CONFIG);
            return () -> create(config.get(), System.getenv());
        });
    }

    private static RootLoggerService create(Config config, Map<String, String> environment) {
        var settings = RootLoggerConfig.fromConfig(config);
        var output = new LogOutput(System.out, format(environment), threshold(settings, environment));
        var logger = new DefaultRootLogger(output, settings.fields());
        LibraryLogs.sendTo(output, settings.fields());
        output.override(settings.overrides());
        var secrets = new ConfigSecrets(schema(), logger);
        output.redact(secrets.find(config));
        config.subscribe(() -> {
            output.redact(secrets.find(config));
            output.override(RootLoggerConfig.fromConfig(config).overrides());
        });
        return logger;
    }

    /** The schemas of the class path, or of the file that {@code understudy.config-schemas} names, a system property. */
    private static ConfigSchema schema() {
        var loader = requireNonNullElse(
                Thread.currentThread().getContextClassLoader(), RootLoggerServiceFactory.class.getClassLoader());
        var prepared = System.getProperty("understudy.config-schemas");
        return prepared == null
                ? ConfigSchema.fromClasspath(loader)
                : ConfigSchema.fromPrepared(Path.of(prepared), loader);
    }

    private static LogFormat format(Map<String, String> environment) {
        return "production".equals(environment.get("NODE_ENV"))
                ? new JsonFormat()
                : new ColoredFormat(Clock.systemUTC());
    }

    private static LogLevel threshold(RootLoggerConfig settings, Map<String, String> environment) {
        var fromEnvironment = requireNonNullElse(environment.get("LOG_LEVEL"), "");
        var label = fromEnvironment.isEmpty() ? settings.level().orElse("info") : fromEnvironment;
        // a level that does not exist drops nothing, as in the reference
        return LogLevel.find(label).orElse(LogLevel.SILLY);
    }
}
