// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import dev.understudy.config.loader.schema.ConfigSchema;
import java.util.Set;

/** Finds the values of configuration that its schemas call secret. */
final class ConfigSecrets {
    private final ConfigSchema schema;
    private final LoggerService logger;

    ConfigSecrets(ConfigSchema schema, LoggerService logger) {
        this.schema = schema;
        this.logger = logger;
    }

    Set<String> find(Config config) {
        var secrets = config.optionalValue().map(schema::secrets).orElse(Set.of());
        logger.info("Found " + secrets.size() + " new secrets in config that will be redacted");
        return secrets;
    }
}
