// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import dev.understudy.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What reading the sections under {@code integrations} has in common. */
final class IntegrationConfigs {
    private IntegrationConfigs() {}

    static <C> List<C> readAll(Config config, String type, Function<Config, C> read) {
        return config.optionalConfigArray("integrations." + type).orElse(List.of()).stream()
                .map(read)
                .toList();
    }

    /** All sections, and the well-known host unless one of them is for it. */
    static <C> List<C> readAll(Config config, String type, Function<Config, C> read, Predicate<C> isKnown, C known) {
        var result = new ArrayList<>(readAll(config, type, read));
        if (result.stream().noneMatch(isKnown)) {
            result.add(known);
        }
        return result;
    }

    static <C, T extends ScmIntegration> ScmIntegrationsGroup<T> group(List<C> configs, Function<C, T> create) {
        return new ScmIntegrationsGroup<>(configs.stream().map(create).toList());
    }

    static String validHost(String host, String title) {
        var valid = !host.contains("/")
                && !host.contains("@")
                && WebUrl.tryParse("http://" + host)
                        .map(url -> url.host().equals(host))
                        .orElse(false);
        if (!valid) {
            throw invalid(title, host, "host");
        }
        return host;
    }

    static ConfigException invalid(String title, String value, String key) {
        return new ConfigException("Invalid " + title + " integration config, '" + value + "' is not a valid " + key);
    }

    /** The host of a store's endpoint. */
    static String endpointHost(String endpoint, String type) {
        var prefix = "invalid " + type + " integration config, endpoint";
        var url = WebUrl.tryParse(endpoint)
                .orElseThrow(() -> new ConfigException(prefix + " '" + endpoint + "' is not a valid URL"));
        if (!url.pathname().equals("/")) {
            throw new ConfigException(prefix + "s cannot contain path, got '" + endpoint + "'");
        }
        return url.host();
    }

    static String withoutTrailingSlashes(String url) {
        return ScmUrlResolver.trimEnd(url, '/');
    }
}
