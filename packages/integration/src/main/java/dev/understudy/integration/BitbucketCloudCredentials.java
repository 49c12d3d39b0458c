// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs requests to Bitbucket Cloud. Keeps a token until 10 minutes before it expires. Thread-safe. */
public final class BitbucketCloudCredentials {
    private static final String TOKEN_URL = "https://bitbucket.org/site/oauth2/access_token";
    private static final Duration MARGIN = Duration.ofMinutes(10);
    private static final int DEFAULT_LIFETIME = 3600;

    private final ScmHttpClient client;
    private final BitbucketCloudIntegrationConfig config;
    private final String tokenUrl;
    private final Clock clock;
    private @Nullable Token cached;

    private record Token(Secret value, Instant expiresAt) {}

    BitbucketCloudCredentials(
            ScmHttpClient client, BitbucketCloudIntegrationConfig config, String tokenUrl, Clock clock) {
        this.client = client;
        this.config = config;
        this.tokenUrl = tokenUrl;
        this.clock = clock;
    }

    /** For one configuration. */
    public static BitbucketCloudCredentials create(ScmHttpClient client, BitbucketCloudIntegrationConfig config) {
        return new BitbucketCloudCredentials(client, config, TOKEN_URL, Clock.systemUTC());
    }

    /** The request with whatever credentials there are. */
    public ScmRequest sign(ScmRequest request) throws IOException, InterruptedException {
        if (config.clientId().isPresent() && config.clientSecret().isPresent()) {
            return request.bearer(Optional.of(
                    token(config.clientId().get(), config.clientSecret().get())));
        }
        var password = config.token().or(config::appPassword);
        return config.username().isPresent() && password.isPresent()
                ? request.basic(config.username().get(), password.get())
                : request;
    }

    private synchronized Secret token(String clientId, Secret clientSecret) throws IOException, InterruptedException {
        var token = cached;
        if (token == null || !clock.instant().isBefore(token.expiresAt())) {
            token = requested(clientId, clientSecret);
            cached = token;
        }
        return token.value();
    }

    private Token requested(String clientId, Secret clientSecret) throws IOException, InterruptedException {
        var prefix = "Failed to fetch OAuth token for Bitbucket Cloud: Error: ";
        var request = ScmRequest.post(tokenUrl, "grant_type=client_credentials")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .basic(clientId, clientSecret);
        try (var response = client.send(request)) {
            if (!response.isOk()) {
                throw new IOException(
                        prefix + "Failed to fetch OAuth token from Bitbucket Cloud: " + response.statusLine());
            }
            var data = response.json();
            var value = data.path("access_token").asString("");
            if (value.isEmpty()) {
                throw new IOException(prefix + "OAuth token response missing access_token field");
            }
            var lifetime = Duration.ofSeconds(data.path("expires_in").asInt(DEFAULT_LIFETIME));
            return new Token(Secret.of(value), clock.instant().plus(lifetime).minus(MARGIN));
        }
    }
}
