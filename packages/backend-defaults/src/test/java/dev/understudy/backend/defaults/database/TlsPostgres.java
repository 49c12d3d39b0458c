// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server that speaks TLS, with a certificate for one host that vouches for itself. */
final class TlsPostgres implements AutoCloseable {
    private final KeyPair pair;
    private final String certificate;
    private final EmbeddedPostgres server;

    private TlsPostgres(String host) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
        certificate = certificate(host);
        server = EmbeddedPostgres.builder()
                .setDataDirectoryCustomizer(this::addFiles)
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_ca_file", "server.crt")
                .start();
    }

    static TlsPostgres start(String host) throws Exception {
        return new TlsPostgres(host);
    }

    int port() {
        return server.getPort();
    }

    /** The server's certificate as PEM; it is good for clients too. */
    String certificate() {
        return certificate;
    }

    String key() throws IOException {
        return pem(new JcaPKCS8Generator(pair.getPrivate(), null));
    }

    String key(String passphrase) throws Exception {
        OutputEncryptor encryptor = new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                .setProvider(new BouncyCastleProvider())
                .setPassword(passphrase.toCharArray())
                .build();
        return pem(new JcaPKCS8Generator(pair.getPrivate(), encryptor));
    }

    private void addFiles(File directory) {
        try {
            var own = PosixFilePermissions.fromString("rw-------");
            Files.writeString(directory.toPath().resolve("server.crt"), certificate);
            var key = Files.writeString(directory.toPath().resolve("server.key"), key());
            Files.setPosixFilePermissions(key, own);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String certificate(String host) throws Exception {
        var name = new X500Name("CN=" + host);
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minusSeconds(60)),
                        Date.from(now.plusSeconds(3600)),
                        name,
                        pair.getPublic())
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
        return pem(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }

    private static String pem(@Nullable Object content) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
