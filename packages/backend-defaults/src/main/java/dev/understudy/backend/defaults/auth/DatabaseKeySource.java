// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.backend.plugin.api.service.DatabaseService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.ErrorNames;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A new key every hour, kept in memory, whose public half stays in the plugin's database for three. The database is first
 * used when the first token is made or asked about.
 */
final class DatabaseKeySource implements PluginKeySource {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Duration PUBLIC_LIFETIME = LIFETIME.multipliedBy(3);

    private record Current(SigningKey key, Instant until) {}

    private final DatabaseService database;
    private final LoggerService logger;
    private final Clock clock;
    private @Nullable PublicKeyTable table;
    private @Nullable Current current;

    DatabaseKeySource(DatabaseService database, LoggerService logger, Clock clock) {
        this.database = database;
        this.logger = logger;
        this.clock = clock;
    }

    @Override
    public synchronized SigningKey signingKey() {
        var present = current;
        if (present != null && present.until().isAfter(clock.instant())) {
            return present.key();
        }
        if (present != null) {
            logger.info("Signing key has expired, generating new key");
        }
        var made = new Current(create(), clock.instant().plus(LIFETIME));
        current = made;
        return made.key();
    }

    private SigningKey create() {
        try {
            var id = UUID.randomUUID().toString();
            var pair = generate();
            table().add(
                            id,
                            JsonWebKey.of(pair.getPublic(), id, JwsAlgorithm.ES256),
                            clock.instant().plus(PUBLIC_LIFETIME));
            logger.info("Created new signing key " + id);
            return new SigningKey(id, JwsAlgorithm.ES256, pair.getPrivate());
        } catch (RuntimeException failure) {
            logger.error("Failed to generate new signing key, " + ErrorNames.describe(failure));
            throw failure;
        }
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public List<JsonNode> publicKeys() {
        return table().list();
    }

    private synchronized PublicKeyTable table() {
        var present = table;
        if (present == null) {
            present = PublicKeyTable.create(database, logger, clock);
            table = present;
        }
        return present;
    }
}
