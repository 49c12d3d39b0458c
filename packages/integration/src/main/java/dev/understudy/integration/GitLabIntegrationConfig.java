// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import dev.understudy.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A GitLab host. Backstage counterpart of the same name. No URL has a slash at the end.
 *
 * @param apiBaseUrl where the host's interface is
 * @param baseUrl where people see it
 */
public record GitLabIntegrationConfig(
        String host,
        Optional<Secret> token,
        String apiBaseUrl,
        String baseUrl,
        Optional<Secret> commitSigningKey,
        Optional<Retry> retry) {
    static final String HOST = "gitlab.com";
    private static final String API_BASE_URL = "https://gitlab.com/api/v4";

    /**
     * When to ask again.
     *
     * @param maxRetries how often
     * @param retryStatusCodes after which answers
     * @param maxApiRequestsPerMinute how many requests there may be at all; any number if not positive
     */
    public record Retry(int maxRetries, List<Integer> retryStatusCodes, int maxApiRequestsPerMinute) {
        public Retry {
            retryStatusCodes = List.copyOf(retryStatusCodes);
        }

        static Retry read(Config config) {
            return new Retry(
                    config.optionalNumber("maxRetries").orElse(0.0).intValue(),
                    config.optionalValue("retryStatusCodes").map(Retry::codes).orElse(List.of()),
                    config.optionalNumber("maxApiRequestsPerMinute")
                            .orElse(-1.0)
                            .intValue());
        }

        private static List<Integer> codes(JsonNode value) {
            if (!value.isArray()) {
                throw new ConfigException("Invalid retryStatusCodes config: expected an array, got " + typeOf(value));
            }
            var codes = new ArrayList<Integer>();
            for (var item : value) {
                if (!item.isNumber()) {
                    throw new ConfigException("Invalid retryStatusCodes config: all values must be numbers, got "
                            + typeOf(item) + " at index " + codes.size());
                }
                codes.add(item.intValue());
            }
            return codes;
        }

        private static String typeOf(JsonNode value) {
            return value.isString() ? "string" : value.isNumber() ? "number" : value.isBoolean() ? "boolean" : "object";
        }
    }

    static GitLabIntegrationConfig anonymous() {
        return new GitLabIntegrationConfig(
                HOST, Optional.empty(), API_BASE_URL, "https://" + HOST, Optional.empty(), Optional.empty());
    }

    static GitLabIntegrationConfig read(Config config) {
        var host = config.string("host");
        var apiBaseUrl = config.optionalString("apiBaseUrl")
                .map(IntegrationConfigs::withoutTrailingSlashes)
                .orElse(host.equals(HOST) ? API_BASE_URL : "undefined");
        var token = Secret.readTrimmed(config, "token");
        var baseUrl = config.optionalString("baseUrl")
                .map(IntegrationConfigs::withoutTrailingSlashes)
                .orElse("https://" + host);
        IntegrationConfigs.validHost(host, "GitLab");
        check(apiBaseUrl, "apiBaseUrl");
        check(baseUrl, "baseUrl");
        return new GitLabIntegrationConfig(
                host,
                token,
                apiBaseUrl,
                baseUrl,
                Secret.read(config, "commitSigningKey"),
                config.optionalConfig("retry").map(Retry::read));
    }

    private static void check(String url, String key) {
        if (!WebUrl.isValid(url)) {
            throw IntegrationConfigs.invalid("GitLab", url, key);
        }
    }

    /** The path below which the host shows its projects; empty if that is the root. */
    public String relativePath() {
        return host.equals(HOST)
                ? ""
                : ScmUrlResolver.trimEnd(WebUrl.parse(baseUrl).pathname(), '/');
    }
}
