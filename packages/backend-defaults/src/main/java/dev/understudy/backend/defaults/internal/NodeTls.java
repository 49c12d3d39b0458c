// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.postgresql.ssl.NonValidatingFactory.NonValidatingTM;
import tools.jackson.databind.JsonNode;

/** TLS as a client's configuration describes it to Node: {@code ca}, {@code cert}, {@code key}, {@code passphrase}, {@code rejectUnauthorized}. */
public final class NodeTls {
    /** The options that are heeded. */
    public static final Set<String> OPTIONS = Set.of("ca", "cert", "key", "passphrase", "rejectUnauthorized");

    // of stores that are never written to a disk
    private static final char[] PASSWORD = "memory".toCharArray();

    private final JsonNode options;
    private final String name;

    private NodeTls(JsonNode options, String name) {
        this.options = options;
        this.name = name;
    }

    /**
     * @param name of the options, for messages, such as {@code connection.ssl of the database}
     */
    public static NodeTls of(JsonNode options, String name) {
        return new NodeTls(options, name);
    }

    /** Whether the other side must prove who it is. */
    public boolean isVerifying() {
        return options.path("rejectUnauthorized").asBoolean(true);
    }

    /**
     * A context in which certificates are trusted, and one is shown, as the options say; names of hosts are not looked at.
     *
     * @throws IOException when a certificate or the key cannot be read
     */
    public SSLContext context() throws GeneralSecurityException, IOException {
        var context = SSLContext.getInstance("TLS");
        context.init(keyManagers(), trustManagers(), null);
        return context;
    }

    private TrustManager @Nullable [] trustManagers() throws GeneralSecurityException, IOException {
        if (!isVerifying()) {
            return new TrustManager[] {new NonValidatingTM()};
        }
        var store = trusted();
        if (store.isEmpty()) {
            return null;
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store.get());
        return trust.getTrustManagers();
    }

    private KeyManager @Nullable [] keyManagers() throws GeneralSecurityException, IOException {
        var store = identity();
        if (store.isEmpty()) {
            return null;
        }
        var identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(store.get(), PASSWORD);
        return identity.getKeyManagers();
    }

    /** The certificates to trust; empty for those that the JDK trusts. */
    public Optional<KeyStore> trusted() throws GeneralSecurityException, IOException {
        if (!options.has("ca")) {
            return Optional.empty();
        }
        var store = emptyStore();
        var count = 0;
        for (var certificate : certificates(options.path("ca"))) {
            store.setCertificateEntry("ca" + count++, certificate);
        }
        return Optional.of(store);
    }

    /** The certificate to show, with its key under {@link #password}. */
    public Optional<KeyStore> identity() throws GeneralSecurityException, IOException {
        if (!options.has("cert") || !options.has("key")) {
            return Optional.empty();
        }
        var store = emptyStore();
        var key = PemKey.read(
                options.path("key").asString(""),
                options.path("passphrase").asString("").toCharArray(),
                name);
        store.setKeyEntry(
                "client", key, PASSWORD, certificates(options.path("cert")).toArray(Certificate[]::new));
        return Optional.of(store);
    }

    /** The password of keys. */
    public static char[] password() {
        return PASSWORD.clone();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(JsonNode pem) throws GeneralSecurityException {
        var text = new StringBuilder();
        if (pem.isArray()) {
            pem.forEach(part -> text.append(part.asString("")).append('\n'));
        } else {
            text.append(pem.asString(""));
        }
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII)));
    }
}
