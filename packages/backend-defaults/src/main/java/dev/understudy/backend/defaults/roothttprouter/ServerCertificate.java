// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The certificate that the server shows; it is taken over anew when the configuration brings a renewed one. */
final class ServerCertificate {
    private final SslContextFactory.Server contextFactory = new SslContextFactory.Server();
    private final LoggerService logger;
    private HttpsOptions options;

    private ServerCertificate(HttpsOptions options, LoggerService logger) {
        this.options = options;
        this.logger = logger;
    }

    /** The certificate, if the server is to speak TLS. */
    static Optional<ServerCertificate> fromConfig(Config config, LoggerService logger) throws Exception {
        var options = HttpsOptions.fromConfig(config);
        if (options.isEmpty()) {
            return Optional.empty();
        }
        var certificate = new ServerCertificate(options.get(), logger);
        show(certificate.contextFactory, certificate.load(options.get()));
        config.subscribe(() -> certificate.renew(config));
        return Optional.of(certificate);
    }

    SslContextFactory.Server contextFactory() {
        return contextFactory;
    }

    private PemCredentials load(HttpsOptions source) throws Exception {
        return switch (source) {
            case HttpsOptions.Pem(var certificate, var key) -> PemCredentials.parse(certificate, key);
            case HttpsOptions.Generated(var hostname) ->
                new SelfSignedCertificate(Path.of(""), logger, InstantSource.system()).forHost(hostname);
        };
    }

    private synchronized void renew(Config config) {
        try {
            var changed = HttpsOptions.fromConfig(config);
            if (changed.isEmpty() || changed.get().equals(options)) {
                return;
            }
            var credentials = load(changed.get());
            contextFactory.reload(factory -> show((SslContextFactory.Server) factory, credentials));
            options = changed.get();
            logger.info("Reloaded the TLS certificate");
        } catch (Exception failure) {
            logger.error("Failed to reload the TLS certificate, the previous one stays in use", failure);
        }
    }

    private static void show(SslContextFactory.Server factory, PemCredentials credentials) {
        try {
            factory.setKeyStore(credentials.toKeyStore());
            factory.setKeyStorePassword("");
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalArgumentException("The TLS certificate can not be used", failure);
        }
    }
}
