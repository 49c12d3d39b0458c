// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.gcp;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.understudy.integration.GoogleGcsIntegrationConfig;
import dev.understudy.integration.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of the configured service account, or else of whom the environment says the backend is. Thread-safe. */
final class GoogleAccessTokens implements AccessTokens {
    private static final List<String> SCOPES = List.of("https://www.googleapis.com/auth/devstorage.read_only");

    private final GoogleGcsIntegrationConfig config;
    private @Nullable GoogleCredentials credentials;

    GoogleAccessTokens(GoogleGcsIntegrationConfig config) {
        this.config = config;
    }

    @Override
    public synchronized Optional<Secret> token() throws IOException {
        var known = credentials;
        if (known == null) {
            known = create().createScoped(SCOPES);
            credentials = known;
        }
        known.refreshIfExpired();
        return Optional.ofNullable(known.getAccessToken()).map(token -> Secret.of(token.getTokenValue()));
    }

    private GoogleCredentials create() throws IOException {
        if (config.clientEmail().isEmpty() || config.privateKey().isEmpty()) {
            return GoogleCredentials.getApplicationDefault();
        }
        var email = config.clientEmail().get();
        return ServiceAccountCredentials.fromPkcs8(
                "", email, config.privateKey().get().reveal(), "", SCOPES);
    }
}
