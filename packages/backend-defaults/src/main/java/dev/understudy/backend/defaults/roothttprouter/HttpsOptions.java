// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.config.Config;
import java.net.URI;
import java.util.Optional;

/** Which certificate the server shows, if it speaks TLS. */
sealed interface HttpsOptions {
    /** One that was made for this machine, for development. */
    record Generated(String hostname) implements HttpsOptions {}

    /** One that an authority made, and its key, as PEM text. */
    record Pem(String certificate, String key) implements HttpsOptions {
        @Override
        public String toString() {
            return "Pem[certificate=" + certificate + "]";
        }
    }

    static Optional<HttpsOptions> fromConfig(Config config) {
        var https = config.optionalValue("backend.https");
        if (https.filter(value -> value.isBoolean()).isPresent()) {
            return https.get().asBoolean() ? Optional.of(new Generated(hostname(config))) : Optional.empty();
        }
        return config.optionalConfig("backend.https")
                .map(section -> new Pem(section.string("certificate.cert"), section.string("certificate.key")));
    }

    private static String hostname(Config config) {
        var baseUrl = config.string("backend.baseUrl");
        try {
            var host = URI.create(baseUrl).getHost();
            if (host != null) {
                return host;
            }
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("Invalid baseUrl \"" + baseUrl + "\"", malformed);
        }
        throw new IllegalArgumentException("Invalid baseUrl \"" + baseUrl + "\"");
    }
}
