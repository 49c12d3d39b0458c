// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** A certificate for development, kept in a file as long as it lasts. Backstage counterpart: {@code getGeneratedCertificate}. */
final class SelfSignedCertificate {
    private static final Duration LEAST_REMAINING = Duration.ofDays(5);

    private final Path directory;
    private final LoggerService logger;
    private final InstantSource clock;

    /**
     * @param directory where the backend was started
     */
    SelfSignedCertificate(Path directory, LoggerService logger, InstantSource clock) {
        this.directory = directory;
        this.logger = logger;
        this.clock = clock;
    }

    PemCredentials forHost(String hostname) throws Exception {
        var file = file();
        if (Files.exists(file)) {
            try {
                var kept = read(file);
                if (lasts(kept)) {
                    logger.info("Using existing self-signed certificate");
                    return kept;
                }
            } catch (IOException | IllegalArgumentException failure) {
                logger.warn("Unable to use existing self-signed certificate", failure);
            }
        }
        logger.info("Generating new self-signed certificate");
        var generated = CertificateGenerator.generate(hostname, clock.instant());
        write(file, generated);
        return generated;
    }

    private Path file() {
        var modules = directory.resolve("node_modules");
        return Files.exists(modules)
                ? modules.resolve(".cache/backstage-backend/dev-cert.pem")
                : directory.resolve(".dev-cert.pem");
    }

    private boolean lasts(PemCredentials credentials) {
        Instant end = credentials.chain().getFirst().getNotAfter().toInstant();
        return clock.instant().plus(LEAST_REMAINING).isBefore(end);
    }

    private static PemCredentials read(Path file) throws IOException {
        var pem = Files.readString(file);
        return PemCredentials.parse(pem, pem);
    }

    private static void write(Path file, PemCredentials credentials) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(credentials.chain().getFirst());
            pem.writeObject(credentials.key());
        }
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text.toString());
    }
}
