// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.jspecify.annotations.Nullable;

/** A certificate, those that vouch for it, and its key (PKCS #8, PKCS #1 or SEC 1, not encrypted). */
record PemCredentials(List<X509Certificate> chain, PrivateKey key) {
    private static final String CERTIFICATE = "backend.https.certificate.cert";
    private static final String KEY = "backend.https.certificate.key";

    /**
     * Reads PEM text.
     *
     * @throws IllegalArgumentException when a part is missing, unreadable, or the key is not that of the certificate
     */
    static PemCredentials parse(String certificates, String key) {
        var credentials = new PemCredentials(chain(certificates), privateKey(key));
        var kind = credentials.chain.getFirst().getPublicKey().getAlgorithm();
        if (!kind.equals(credentials.key.getAlgorithm())) {
            throw new IllegalArgumentException("The key in config at '" + KEY + "' is of kind "
                    + credentials.key.getAlgorithm() + ", but the certificate needs one of kind " + kind);
        }
        return credentials;
    }

    private static List<X509Certificate> chain(String pem) {
        var chain = new ArrayList<X509Certificate>();
        try {
            for (var part : parts(pem)) {
                if (part instanceof X509CertificateHolder certificate) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(certificate));
                }
            }
        } catch (IOException | GeneralSecurityException malformed) {
            throw unreadable(CERTIFICATE, "certificate", malformed);
        }
        if (chain.isEmpty()) {
            throw unreadable(CERTIFICATE, "certificate", null);
        }
        return List.copyOf(chain);
    }

    private static PrivateKey privateKey(String pem) {
        try {
            var converter = new JcaPEMKeyConverter();
            for (var part : parts(pem)) {
                if (part instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                }
                if (part instanceof PrivateKeyInfo info) {
                    return converter.getPrivateKey(info);
                }
            }
        } catch (IOException malformed) {
            throw unreadable(KEY, "private key without password", malformed);
        }
        throw unreadable(KEY, "private key without password", null);
    }

    private static List<Object> parts(String pem) throws IOException {
        var parts = new ArrayList<>();
        try (var parser = new PEMParser(new StringReader(pem))) {
            for (var part = parser.readObject(); part != null; part = parser.readObject()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static IllegalArgumentException unreadable(String configKey, String what, @Nullable Exception cause) {
        return new IllegalArgumentException("Expected a PEM " + what + " in config at '" + configKey + "'", cause);
    }

    KeyStore toKeyStore() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, new char[0], chain.toArray(Certificate[]::new));
        return store;
    }
}
