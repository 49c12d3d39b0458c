// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Finds the values of configuration that must not be seen in logs. */
final class ConfigSecrets {
    private static final Set<String> SECRET_NAMES = Set.of(
            "token",
            "secret",
            "password",
            "apppassword",
            "apikey",
            "accesstoken",
            "privatekey",
            "clientsecret",
            "webhooksecret",
            "secretaccesskey",
            "accountkey",
            "sastoken",
            "connectionstring",
            "personalaccesstoken",
            "commitsigningkey",
            "key");

    private final LoggerService logger;

    private ConfigSecrets(LoggerService logger) {
        this.logger = logger;
    }

    static ConfigSecrets create(LoggerService logger) {
        return new ConfigSecrets(logger);
    }

    Collection<String> find(Config config) {
        var secrets = new TreeSet<String>();
        config.optionalValue().ifPresent(data -> collect(data, false, secrets));
        logger.info("Found " + secrets.size() + " new secrets in config that will be redacted");
        return secrets;
    }

    private static void collect(JsonNode value, boolean secret, Set<String> secrets) {
        if (value.isString() && secret) {
            secrets.add(value.stringValue());
        } else if (value.isArray()) {
            value.forEach(item -> collect(item, secret, secrets));
        } else if (value.isObject()) {
            value.properties().forEach(field -> collect(field.getValue(), secret || isSecret(field.getKey()), secrets));
        }
    }

    private static boolean isSecret(String name) {
        return SECRET_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
