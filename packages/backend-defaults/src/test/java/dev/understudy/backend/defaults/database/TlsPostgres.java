// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.backend.defaults.testing.TestCertificate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;

/** A PostgreSQL server that speaks TLS, with a certificate for one host that vouches for itself. */
final class TlsPostgres implements AutoCloseable {
    private final TestCertificate certificate;
    private final EmbeddedPostgres server;

    private TlsPostgres(String host) throws Exception {
        certificate = TestCertificate.of(host);
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
        return certificate.certificate();
    }

    String key() throws IOException {
        return certificate.key();
    }

    String key(String passphrase) throws Exception {
        return certificate.key(passphrase);
    }

    private void addFiles(File directory) {
        try {
            var own = PosixFilePermissions.fromString("rw-------");
            Files.writeString(directory.toPath().resolve("server.crt"), certificate());
            var key = Files.writeString(directory.toPath().resolve("server.key"), key());
            Files.setPosixFilePermissions(key, own);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
