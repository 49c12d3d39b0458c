// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates that vouch for themselves. */
final class CertificateGenerator {
    private static final int KEY_BITS = 2048;
    private static final int SERIAL_BITS = 127;
    private static final Duration VALIDITY = Duration.ofDays(30);

    private CertificateGenerator() {}

    static PemCredentials generate(String hostname, Instant now) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        var pair = generator.generateKeyPair();
        var name = new X500Name("CN=dev-cert");
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                        Date.from(now),
                        Date.from(now.plus(VALIDITY)),
                        name,
                        pair.getPublic())
                .addExtension(
                        Extension.keyUsage,
                        false,
                        new KeyUsage(KeyUsage.keyCertSign
                                | KeyUsage.digitalSignature
                                | KeyUsage.nonRepudiation
                                | KeyUsage.keyEncipherment
                                | KeyUsage.dataEncipherment))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                    KeyPurposeId.id_kp_serverAuth,
                    KeyPurposeId.id_kp_clientAuth,
                    KeyPurposeId.id_kp_codeSigning,
                    KeyPurposeId.id_kp_timeStamping
                }))
                .addExtension(Extension.subjectAlternativeName, false, names(hostname));
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
        var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        return new PemCredentials(List.of(certificate), pair.getPrivate());
    }

    private static GeneralNames names(String hostname) {
        var names = new ArrayList<GeneralName>();
        names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        names.add(new GeneralName(GeneralName.dNSName, "localhost.localdomain"));
        names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        names.add(new GeneralName(GeneralName.iPAddress, "fe80::1"));
        names.add(new GeneralName(GeneralName.iPAddress, "::1"));
        var bare = hostname.replace("[", "").replace("]", "");
        var kind = IpAddress.parse(bare).isPresent() ? GeneralName.iPAddress : GeneralName.dNSName;
        var own = new GeneralName(kind, bare);
        if (!names.contains(own)) {
            names.add(own);
        }
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }
}
