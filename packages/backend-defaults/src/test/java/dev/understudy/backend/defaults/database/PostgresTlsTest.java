// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.database.Sql;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every form of {@code connection.ssl}, against a server with a certificate that only some of them trust. */
final class PostgresTlsTest {
    private static TlsPostgres server;

    private final RecordingLogger logger = RecordingLogger.create();
    private final List<DatabaseManager> managers = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = TlsPostgres.start("localhost");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @AfterEach
    void close() {
        managers.forEach(manager -> manager.close(logger));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ssl\": false}", "{\"ssl\": \"\"}", "{}"})
    void speaksPlainlyWhenNotAskedForMore(String options) {
        assertThat(connectedWith(json(options))).isEqualTo("false ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ssl\": {\"rejectUnauthorized\": false}}",
                "{\"ssl\": \"no-verify\"}",
                "{\"ssl\": {\"rejectUnauthorized\": false}, \"sslnegotiation\": \"direct\"}"
            })
    void takesAnyCertificateWhenToldSo(String options) {
        assertThat(connectedWith(json(options))).isEqualTo("true ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"ssl\": true}", "{\"ssl\": \"true\"}", "{\"ssl\": {}}"})
    void trustsOnlyWhoIsKnown(String options) {
        assertThatThrownBy(() -> connectedWith(json(options)))
                .hasMessageContaining("PKIX path building failed")
                .hasMessageContaining("Check backend.database.connection");
    }

    @Test
    void trustsTheConfiguredAuthority() {
        var ssl = Map.of("ca", server.certificate());

        assertThat(connectedWith(options("ssl", ssl))).isEqualTo("true ");
        assertThat(connectedWith(options("ssl", Map.of("ca", List.of(server.certificate())))))
                .isEqualTo("true ");
        assertThatThrownBy(() -> connectedWith(options("ssl", ssl).put("host", "127.0.0.1")))
                .hasMessageContaining("127.0.0.1");
    }

    @Test
    void showsACertificateOfItsOwn() throws Exception {
        var ssl = Map.of("ca", server.certificate(), "cert", server.certificate(), "key", server.key());
        var locked = Map.of(
                "ca",
                server.certificate(),
                "cert",
                server.certificate(),
                "key",
                server.key("hunter22"),
                "passphrase",
                "hunter22");

        assertThat(connectedWith(options("ssl", ssl))).isEqualTo("true /CN=localhost");
        assertThat(connectedWith(options("ssl", locked))).isEqualTo("true /CN=localhost");
    }

    @Test
    void readsUrls(@TempDir Path directory) throws Exception {
        var ca = Files.writeString(directory.resolve("ca.pem"), server.certificate());

        assertThat(connectedTo("localhost", "")).isEqualTo("false ");
        assertThat(connectedTo("localhost", "?ssl=0")).isEqualTo("false ");
        assertThat(connectedTo("localhost", "?sslmode=disable")).isEqualTo("false ");
        assertThat(connectedTo("localhost", "?sslmode=no-verify")).isEqualTo("true ");
        assertThat(connectedTo("localhost", "?ssl=no-verify")).isEqualTo("true ");
        assertThat(connectedTo("localhost", "?sslrootcert=" + ca)).isEqualTo("true ");
        assertThat(connectedTo("localhost", "?sslmode=require&uselibpqcompat=true"))
                .isEqualTo("true ");
        assertThat(connectedTo("127.0.0.1", "?sslmode=verify-ca&uselibpqcompat=true&sslrootcert=" + ca))
                .isEqualTo("true ");
        for (var strict : List.of("?ssl=true", "?ssl=1", "?sslmode=require", "?sslnegotiation=direct")) {
            assertThatThrownBy(() -> connectedTo("localhost", strict))
                    .hasMessageContaining("PKIX path building failed");
        }
        assertThatThrownBy(() -> connectedTo("localhost", "?sslmode=verify-ca&uselibpqcompat=true"))
                .hasMessage("sslmode=verify-ca requires a CA in sslrootcert; use sslmode=verify-full with public ones");
    }

    @Test
    void followsTheEnvironment() {
        var nothing = json("{}");

        assertThat(PostgresTls.of(nothing, Map.of("PGSSLMODE", "require")).settings())
                .isEqualTo(json("{}"));
        assertThat(PostgresTls.of(nothing, Map.of("PGSSLMODE", "no-verify")).settings())
                .isEqualTo(json("{\"rejectUnauthorized\": false}"));
        assertThat(PostgresTls.of(nothing, Map.of("PGSSLMODE", "disable"))
                        .settings()
                        .isMissingNode())
                .isTrue();
        assertThat(PostgresTls.of(json("{\"ssl\": true}"), Map.of("PGSSLNEGOTIATION", "direct"))
                        .isDirect())
                .isTrue();
    }

    @Test
    void refusesNegotiationsThatThereAreNot() {
        assertThatThrownBy(() -> PostgresTls.of(json("{\"sslnegotiation\": \"soon\"}"), Map.of()))
                .hasMessage("Invalid sslnegotiation value: \"soon\". Valid values are \"postgres\" and \"direct\".");
        assertThatThrownBy(() -> PostgresTls.of(json("{\"sslnegotiation\": \"direct\"}"), Map.of()))
                .hasMessage("sslnegotiation=direct requires SSL to be enabled");
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.mapper().readTree(text);
    }

    private static ObjectNode options(String name, Object value) {
        return Json.mapper().valueToTree(Map.of(name, value));
    }

    private String connectedWith(ObjectNode options) {
        var connection = Json.mapper().createObjectNode();
        connection.put("host", "localhost").put("port", server.port()).put("user", "postgres");
        return connected(connection.setAll(options));
    }

    private String connectedTo(String host, String query) {
        return connected(
                Json.mapper().getNodeFactory().stringNode("postgres://postgres@" + host + ":" + server.port() + query));
    }

    /** Whether the connection is encrypted, and as whom the server knows us by certificate. */
    private String connected(JsonNode connection) {
        var config = Json.mapper().createObjectNode();
        config.putObject("backend").putObject("database").put("client", "pg").set("connection", connection);
        var manager = DatabaseManager.fromConfig(ConfigReader.fromData(config));
        managers.add(manager);
        return Sql.reading(manager.forPlugin("catalog", logger))
                .one(
                        "select ssl, coalesce(client_dn, '') from pg_stat_ssl where pid = pg_backend_pid()",
                        row -> row.getBoolean(1) + " " + row.getString(2))
                .orElseThrow();
    }
}
