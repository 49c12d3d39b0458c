// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.Optional;

/**
 * A Gerrit host. Backstage counterpart of the same name. No URL has a slash at the end.
 *
 * @param gitilesBaseUrl where files are shown
 * @param disableEditUrl whether there is nowhere to edit files
 */
public record GerritIntegrationConfig(
        String host,
        String baseUrl,
        String cloneUrl,
        Optional<Boolean> disableEditUrl,
        String gitilesBaseUrl,
        Optional<String> username,
        Optional<Secret> password,
        Optional<Secret> commitSigningKey) {

    static GerritIntegrationConfig read(Config config) {
        var host = config.string("host");
        var baseUrl = config.optionalString("baseUrl");
        var cloneUrl = config.optionalString("cloneUrl");
        var disableEditUrl = config.optionalBool("disableEditUrl");
        var gitilesBaseUrl = config.string("gitilesBaseUrl");
        IntegrationConfigs.validHost(host, "Gerrit");
        baseUrl.ifPresent(url -> check(url, "baseUrl"));
        cloneUrl.ifPresent(url -> check(url, "cloneUrl"));
        check(gitilesBaseUrl, "gitilesBaseUrl");
        var base = baseUrl.map(IntegrationConfigs::withoutTrailingSlashes).orElse("https://" + host);
        return new GerritIntegrationConfig(
                host,
                base,
                cloneUrl.map(IntegrationConfigs::withoutTrailingSlashes).orElse(base),
                disableEditUrl,
                IntegrationConfigs.withoutTrailingSlashes(gitilesBaseUrl),
                config.optionalString("username"),
                Secret.readTrimmed(config, "password"),
                Secret.read(config, "commitSigningKey"));
    }

    private static void check(String url, String key) {
        if (!WebUrl.isValid(url)) {
            throw IntegrationConfigs.invalid("Gerrit", url, key);
        }
    }
}
