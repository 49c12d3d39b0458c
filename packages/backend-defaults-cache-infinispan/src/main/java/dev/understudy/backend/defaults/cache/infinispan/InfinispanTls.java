// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache.infinispan;

import dev.understudy.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;
import org.jspecify.annotations.Nullable;

/** Reads how connections are encrypted: certificates to trust, in PEM files, and a key store with the client's own. */
final class InfinispanTls {
    private InfinispanTls() {}

    static void apply(Config section, ConfigurationBuilder builder) {
        if (section.optionalBool("ssl.enabled").orElse(false)) {
            if (section.has("clientAuth.key")) {
                throw new IllegalArgumentException(
                        "backend.cache.infinispan.clientAuth is not available in this backend;"
                                + " put key and certificate into a PKCS #12 file, and its path into"
                                + " backend.cache.infinispan.cryptoStore.path");
            }
            var tls = builder.security().ssl().enable().sslContext(context(section));
            section.optionalString("ssl.sniHostname").ifPresent(tls::sniHostName);
        }
    }

    private static SSLContext context(Config section) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(identity(section), trust(section), null);
            return context;
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalArgumentException(
                    "Cannot read the certificates of backend.cache.infinispan: " + unreadable.getMessage(), unreadable);
        }
    }

    private static TrustManager @Nullable [] trust(Config section) throws GeneralSecurityException, IOException {
        var files = section.optionalStringArray("ssl.trustCerts").orElse(List.of());
        if (files.isEmpty()) {
            return null;
        }
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var file : files) {
            try (var pem = Files.newInputStream(Path.of(file))) {
                for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                    store.setCertificateEntry("trusted" + store.size(), certificate);
                }
            }
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    private static KeyManager @Nullable [] identity(Config section) throws GeneralSecurityException, IOException {
        var file = section.optionalString("cryptoStore.path");
        if (file.isEmpty()) {
            return null;
        }
        var password =
                section.optionalString("cryptoStore.passphrase").orElse("").toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        try (var content = Files.newInputStream(Path.of(file.get()))) {
            store.load(content, password);
        }
        var identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(store, password);
        return identity.getKeyManagers();
    }
}
