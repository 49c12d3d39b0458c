// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.config.Config;
import dev.understudy.config.ConfigSubscription;
import dev.understudy.types.Json;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TlsTest {
    @ParameterizedTest
    @CsvSource({"RSA, PRIVATE KEY", "RSA, RSA PRIVATE KEY", "EC, PRIVATE KEY", "EC, EC PRIVATE KEY"})
    void showsTheConfiguredCertificate(String algorithm, String keyFormat) throws Exception {
        var issued = issue(algorithm);
        try (var server = TestServer.start(https(pem(issued.certificate()), key(issued.pair(), keyFormat)))) {
            assertThat(servedCertificate(server, issued.certificate())).isEqualTo(issued.certificate());
        }
    }

    @Test
    void refusesPlainHttpOnATlsPort() throws Exception {
        var issued = issue("EC");
        try (var server = TestServer.start(https(pem(issued.certificate()), key(issued.pair(), "PRIVATE KEY")))) {
            assertThat(server.raw("GET / HTTP/1.1\r\nHost: x\r\n\r\n")).doesNotContain("404");
        }
    }

    @Test
    void saysWhatIsWrongWithCertificatesAndKeys() throws Exception {
        var rsa = issue("RSA");
        var ec = issue("EC");

        assertThatThrownBy(() -> PemCredentials.parse("no pem", key(rsa.pair(), "PRIVATE KEY")))
                .hasMessage("Expected a PEM certificate in config at 'backend.https.certificate.cert'");
        assertThatThrownBy(() -> PemCredentials.parse(pem(rsa.certificate()), "no pem"))
                .hasMessage("Expected a PEM private key without password in config at"
                        + " 'backend.https.certificate.key'");
        assertThatThrownBy(() -> PemCredentials.parse(pem(rsa.certificate()), key(ec.pair(), "PRIVATE KEY")))
                .hasMessage("The key in config at 'backend.https.certificate.key' is of kind EC, but the certificate"
                        + " needs one of kind RSA");
    }

    @Test
    void takesOverRenewedCertificatesAndKeepsTheOldOneWhenTheNewOneIsBroken() throws Exception {
        var first = issue("EC");
        var second = issue("RSA");
        var config = new ChangingConfig(first, key(first.pair(), "PRIVATE KEY"));
        var logger = RecordingLogger.create();
        var router = DefaultRootHttpRouter.start(
                RootHttpRouterOptions.defaults(),
                TestServer.services(config.view(), logger, new NodeEnvironment("test")));
        try {
            assertThat(served(router.port(), first.certificate())).isEqualTo(first.certificate());

            config.change(second, key(second.pair(), "PRIVATE KEY"));
            assertThat(served(router.port(), second.certificate())).isEqualTo(second.certificate());
            assertThat(logger.messages()).contains("Reloaded the TLS certificate");

            config.change(first, "broken");
            assertThat(served(router.port(), second.certificate())).isEqualTo(second.certificate());
            assertThat(logger.messages())
                    .contains("Failed to reload the TLS certificate, the previous one stays in use");
        } finally {
            router.stop();
        }
    }

    @Test
    void keepsAGeneratedCertificateUntilItIsAboutToExpire(@TempDir Path directory) throws Exception {
        var logger = RecordingLogger.create();
        var now = Instant.now();
        var first = new SelfSignedCertificate(directory, logger, InstantSource.fixed(now)).forHost("backstage.example");
        var again = new SelfSignedCertificate(directory, logger, InstantSource.fixed(now)).forHost("backstage.example");
        var later = InstantSource.fixed(now.plus(Duration.ofDays(26)));
        var renewed = new SelfSignedCertificate(directory, logger, later).forHost("backstage.example");

        assertThat(again.chain()).isEqualTo(first.chain());
        assertThat(renewed.chain()).isNotEqualTo(first.chain());
        assertThat(first.chain().getFirst().getSubjectX500Principal().getName()).isEqualTo("CN=dev-cert");
        assertThat(first.chain().getFirst().getSubjectAlternativeNames().stream()
                        .map(name -> (Object) name.get(1)))
                .contains("localhost", "127.0.0.1", "backstage.example");
        assertThat(logger.messages())
                .containsExactly(
                        "Generating new self-signed certificate",
                        "Using existing self-signed certificate",
                        "Generating new self-signed certificate");
        assertThat(Files.getPosixFilePermissions(directory.resolve(".dev-cert.pem")))
                .hasSize(2);
    }

    @Test
    void replacesAGeneratedCertificateThatItCannotRead(@TempDir Path directory) throws Exception {
        Files.createDirectory(directory.resolve("node_modules"));
        var file = directory.resolve("node_modules/.cache/backstage-backend/dev-cert.pem");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "garbage");
        var logger = RecordingLogger.create();

        new SelfSignedCertificate(directory, logger, Clock.systemUTC()).forHost("localhost");

        assertThat(logger.messages())
                .containsExactly(
                        "Unable to use existing self-signed certificate", "Generating new self-signed certificate");
        assertThat(Files.readString(file)).contains("BEGIN CERTIFICATE", "PRIVATE KEY");
    }

    private record Issued(X509Certificate certificate, KeyPair pair) {}

    // RSA keys take long to make
    private static @Nullable Issued rsa;

    private static Issued issue(String algorithm) throws Exception {
        if (!algorithm.equals("RSA")) {
            return make(algorithm);
        }
        if (rsa == null) {
            rsa = make(algorithm);
        }
        return rsa;
    }

    private static Issued make(String algorithm) throws Exception {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
        var pair = generator.generateKeyPair();
        var name = new X500Name("CN=localhost");
        var now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minusSeconds(60)),
                Date.from(now.plusSeconds(3600)),
                name,
                pair.getPublic());
        var signer = new JcaContentSignerBuilder(algorithm.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA")
                .build(pair.getPrivate());
        return new Issued(new JcaX509CertificateConverter().getCertificate(builder.build(signer)), pair);
    }

    private static String key(KeyPair pair, String format) throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(new PemObject(format, keyBytes(pair, format)));
        }
        assertThat(text.toString()).contains("BEGIN " + format);
        return text.toString();
    }

    private static byte[] keyBytes(KeyPair pair, String format) throws Exception {
        var info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
        return switch (format) {
            case "RSA PRIVATE KEY" -> info.parsePrivateKey().toASN1Primitive().getEncoded();
            case "EC PRIVATE KEY" ->
                new ECPrivateKey(
                                256,
                                ((java.security.interfaces.ECPrivateKey) pair.getPrivate()).getS(),
                                info.getPrivateKeyAlgorithm().getParameters())
                        .getEncoded();
            default -> info.getEncoded();
        };
    }

    private static String pem(X509Certificate certificate) throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        }
        return text.toString();
    }

    private static String https(String certificate, String key) {
        return "\"https\": "
                + Json.mapper().writeValueAsString(Map.of("certificate", Map.of("cert", certificate, "key", key)));
    }

    private static X509Certificate servedCertificate(TestServer server, X509Certificate trusted) throws Exception {
        return served(server.router().port(), trusted);
    }

    private static X509Certificate served(int port, X509Certificate trusted) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("trusted", trusted);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 404");
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    /** A configuration whose certificate changes. */
    private static final class ChangingConfig {
        private final List<Runnable> subscribers = new ArrayList<>();
        private volatile Config present;

        ChangingConfig(Issued issued, String key) throws Exception {
            present = of(issued, key);
        }

        void change(Issued issued, String key) throws Exception {
            present = of(issued, key);
            subscribers.forEach(Runnable::run);
        }

        private static Config of(Issued issued, String key) throws Exception {
            return TestServer.config(https(pem(issued.certificate()), key));
        }

        // every call goes to what is configured now, but subscriptions stay
        Config view() {
            return (Config) java.lang.reflect.Proxy.newProxyInstance(
                    Config.class.getClassLoader(), new Class<?>[] {Config.class}, (_, method, arguments) -> {
                        if (method.getName().equals("subscribe")) {
                            subscribers.add((Runnable) arguments[0]);
                            return (ConfigSubscription) () -> {};
                        }
                        return method.invoke(present, arguments);
                    });
        }
    }
}
