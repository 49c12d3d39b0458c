// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.types.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.postgresql.ssl.NonValidatingFactory.NonValidatingTM;
import org.postgresql.ssl.WrappedFactory;
import tools.jackson.databind.JsonNode;

/**
 * TLS from certificates in configuration. Public because the driver makes it by name, with node-postgres's {@code ssl}
 * object as JSON.
 */
public final class PostgresTlsFactory extends WrappedFactory {
    private static final char[] NO_PASSWORD = new char[0];

    public PostgresTlsFactory(String settings) throws GeneralSecurityException, IOException {
        var tls = Json.mapper().readTree(settings);
        var context = SSLContext.getInstance("TLS");
        context.init(identity(tls), trust(tls), null);
        factory = context.getSocketFactory();
    }

    private static TrustManager @Nullable [] trust(JsonNode tls) throws GeneralSecurityException, IOException {
        if (!tls.path("rejectUnauthorized").asBoolean(true)) {
            return new TrustManager[] {new NonValidatingTM()};
        }
        if (!tls.has("ca")) {
            return null;
        }
        var store = emptyStore();
        var count = 0;
        for (var certificate : certificates(tls.path("ca"))) {
            store.setCertificateEntry("ca" + count++, certificate);
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    private static KeyManager @Nullable [] identity(JsonNode tls) throws GeneralSecurityException, IOException {
        if (!tls.has("cert") || !tls.has("key")) {
            return null;
        }
        var store = emptyStore();
        store.setKeyEntry(
                "client",
                privateKey(
                        tls.path("key").asString(""),
                        tls.path("passphrase").asString("").toCharArray()),
                NO_PASSWORD,
                certificates(tls.path("cert")).toArray(Certificate[]::new));
        var identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(store, NO_PASSWORD);
        return identity.getKeyManagers();
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

    private static PrivateKey privateKey(String pem, char[] passphrase) throws IOException {
        try (var parser = new PEMParser(new StringReader(pem))) {
            var converter = new JcaPEMKeyConverter();
            return switch (parser.readObject()) {
                case PEMKeyPair pair -> converter.getPrivateKey(pair.getPrivateKeyInfo());
                case PrivateKeyInfo key -> converter.getPrivateKey(key);
                case PEMEncryptedKeyPair pair ->
                    converter.getPrivateKey(pair.decryptKeyPair(new BcPEMDecryptorProvider(passphrase))
                            .getPrivateKeyInfo());
                case PKCS8EncryptedPrivateKeyInfo key ->
                    converter.getPrivateKey(key.decryptPrivateKeyInfo(new JcePKCSPBEInputDecryptorProviderBuilder()
                            .setProvider(new BouncyCastleProvider())
                            .build(passphrase)));
                case null, default -> throw new IOException("connection.ssl.key of the database is no PEM private key");
            };
        } catch (PKCSException | PEMException wrong) {
            throw new IOException(
                    "connection.ssl.key of the database does not open with connection.ssl.passphrase", wrong);
        }
    }
}
