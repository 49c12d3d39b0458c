// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
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

/** Reads a private key, with a passphrase or without. Apart from {@link NodeTls}, since it costs the archives of Bouncy Castle. */
final class PemKey {
    private PemKey() {}

    /**
     * @param name of the options that it comes from, for messages
     * @throws IOException when it is no key, or does not open
     */
    static PrivateKey read(String pem, char[] passphrase, String name) throws IOException {
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
                case null, default -> throw new IOException("The key in " + name + " is no PEM private key");
            };
        } catch (PKCSException | PEMException wrong) {
            throw new IOException("The key in " + name + " does not open with the passphrase", wrong);
        }
    }
}
