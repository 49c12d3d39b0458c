// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;

/**
 * A GitHub host. Backstage counterpart of the same name. No URL has a slash at the end.
 *
 * @param apiBaseUrl where the host's interface is
 * @param rawBaseUrl where files are read without a token
 */
public record GithubIntegrationConfig(
        String host,
        Optional<String> apiBaseUrl,
        Optional<String> rawBaseUrl,
        Optional<Secret> token,
        List<GithubAppConfig> apps) {
    static final String HOST = "github.com";
    private static final String API_BASE_URL = "https://api.github.com";
    private static final String RAW_BASE_URL = "https://raw.githubusercontent.com";

    public GithubIntegrationConfig {
        apps = List.copyOf(apps);
    }

    static GithubIntegrationConfig anonymous() {
        return new GithubIntegrationConfig(
                HOST, Optional.of(API_BASE_URL), Optional.of(RAW_BASE_URL), Optional.empty(), List.of());
    }

    static GithubIntegrationConfig read(Config config) {
        var host = config.optionalString("host").orElse(HOST);
        var apiBaseUrl = url(config, "apiBaseUrl", host, API_BASE_URL);
        var rawBaseUrl = url(config, "rawBaseUrl", host, RAW_BASE_URL);
        var token = Secret.readTrimmed(config, "token");
        var apps = config.optionalConfigArray("apps").orElse(List.of()).stream()
                .map(GithubAppConfig::read)
                .toList();
        return new GithubIntegrationConfig(
                IntegrationConfigs.validHost(host, "GitHub"), apiBaseUrl, rawBaseUrl, token, apps);
    }

    private static Optional<String> url(Config config, String key, String host, String known) {
        return config.optionalString(key)
                .map(IntegrationConfigs::withoutTrailingSlashes)
                .or(() -> host.equals(HOST) ? Optional.of(known) : Optional.empty());
    }
}
