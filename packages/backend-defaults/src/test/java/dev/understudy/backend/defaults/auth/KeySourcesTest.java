// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestDatabase;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class KeySourcesTest {
    @TempDir
    Path directory;

    private final RecordingLogger logger = RecordingLogger.create();

    @ParameterizedTest
    @EnumSource
    void keepsPublicKeysInTheTableOfTheReference(DatabaseDialect dialect) {
        var database = TestDatabase.create(dialect);
        var source = new DatabaseKeySource(database, logger, RecordedTokens.clock(0));
        var key = source.signingKey();
        assertThat(source.signingKey()).isSameAs(key);
        assertThat(source.publicKeys())
                .singleElement()
                .satisfies(
                        jwk -> assertThat(jwk.propertyNames()).containsExactly("kty", "x", "y", "crv", "kid", "alg"));
        var sql = Sql.reading(database);
        assertThat(sql.query(
                        "select id, expires_at from backstage_backend_public_keys__keys",
                        row -> row.getString(1) + " " + row.getString(2)))
                .containsExactly(key.id() + " "
                        + RecordedTokens.clock(10_800).instant().toString().replace("Z", ".000Z"));
        assertThat(sql.query(
                        "select name from backstage_backend_public_keys__knex_migrations", row -> row.getString(1)))
                .containsExactly("20240327104803_public_keys.js");
    }

    @Test
    void signsWithANewKeyEveryHourAndForgetsOldOnes() {
        var database = TestDatabase.create(DatabaseDialect.SQLITE);
        var first = new DatabaseKeySource(database, logger, RecordedTokens.clock(0)).signingKey();
        var clock = Clock.offset(RecordedTokens.clock(0), Duration.ofHours(4));
        var source = new DatabaseKeySource(database, logger, clock);
        var second = source.signingKey();
        assertThat(source.publicKeys())
                .extracting(jwk -> jwk.path("kid").stringValue())
                .containsExactly(second.id());
        assertThat(logger.lines())
                .containsExactly(
                        "info Created new signing key " + first.id(),
                        "info Created new signing key " + second.id(),
                        "info Removing expired plugin service keys, '" + first.id() + "'");
    }

    @Test
    void readsKeysFromFiles() throws Exception {
        var source = StaticKeySource.fromConfig(
                config("""
                {"static": {"keys": [{"publicKeyFile": "%s", "privateKeyFile": "%s", "keyId": "plugin-key"}]}}
                """.formatted(file("public.pem", "publicKey"), file("private.pem", "privateKey"))));
        var expected = RecordedTokens.group("jwks").path("catalog").path("keys").path(0);
        assertThat(source.publicKeys()).containsExactly(expected);
        var text = "text".getBytes(StandardCharsets.UTF_8);
        var signature = JwsAlgorithm.ES256.sign(source.signingKey().key(), text);
        assertThat(JwsAlgorithm.ES256.verify(JsonWebKey.parse(expected), text, signature))
                .isTrue();
    }

    @Test
    void wantsAKeyToSignWith() throws IOException {
        assertThatThrownBy(() -> StaticKeySource.fromConfig(config("{\"static\": {\"keys\": []}}")))
                .hasMessage("At least one key pair must be provided in static.keys, when the static key store type is"
                        + " used");
        var config = config("{\"static\": {\"keys\": [{\"publicKeyFile\": \"%s\", \"keyId\": \"a\"}]}}"
                .formatted(file("public.pem", "publicKey")));
        assertThatThrownBy(() -> StaticKeySource.fromConfig(config))
                .hasMessage("Private key for signing must be provided in the first key pair in static.keys, when the"
                        + " static key store type is used");
    }

    @Test
    void refusesUnknownKeyStores() {
        var config = config("{\"backend\": {\"auth\": {\"pluginKeyStore\": {\"type\": \"cloud\"}}}}");
        assertThatThrownBy(
                        () -> AuthServiceFactory.keySource(config, TestDatabase.create(DatabaseDialect.SQLITE), logger))
                .hasMessage("Unsupported config value backend.auth.pluginKeyStore.type 'cloud'; expected one of"
                        + " 'database', 'static'");
    }

    private Path file(String name, String recorded) throws IOException {
        return Files.writeString(directory.resolve(name), RecordedTokens.text(recorded));
    }

    private static ConfigReader config(String json) {
        return ConfigReader.fromData(Json.mapper().readTree(json));
    }
}
