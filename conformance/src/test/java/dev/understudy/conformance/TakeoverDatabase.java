// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A database that Backstage filled, with triggers that note every change.
 *
 * @param config the configuration under which a backend uses it
 * @param url where it is
 */
record TakeoverDatabase(Path config, String url) {
    private static final Path FIXTURES = Path.of("takeover", "fixtures");
    private static final String CHANGED = "new.%1$s is distinct from old.%1$s";

    static TakeoverDatabase sqlite(Path folder) throws IOException, SQLException {
        var file = folder.resolve("catalog.sqlite");
        try (var fixture = open("reference.sqlite.gz")) {
            Files.copy(fixture, file);
        }
        var config = folder.resolve("sqlite.yaml");
        Files.writeString(
                config,
                "backend: {database: {client: better-sqlite3, connection: {directory: '%s'}}}".formatted(folder));
        return new TakeoverDatabase(config, "jdbc:sqlite:" + file).watched();
    }

    static TakeoverDatabase postgresql(EmbeddedPostgres server, Path folder) throws IOException, SQLException {
        var url = server.getJdbcUrl("postgres", "takeover_catalog");
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database takeover_catalog");
        }
        try (var fixture = open("reference.sql.gz");
                var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(new String(fixture.readAllBytes(), UTF_8));
        }
        var config = folder.resolve("pg.yaml");
        Files.writeString(config, """
                backend:
                  database:
                    client: pg
                    prefix: takeover_
                    connection: {host: localhost, port: %d, user: postgres, password: postgres}
                """.formatted(server.getPort()));
        return new TakeoverDatabase(config, url).watched();
    }

    private static InputStream open(String fixture) throws IOException {
        return new GZIPInputStream(Files.newInputStream(FIXTURES.resolve(fixture)));
    }

    private TakeoverDatabase watched() throws SQLException {
        // keys that have expired may be removed
        execute("update backstage_backend_public_keys__keys set expires_at = '2100-01-01T00:00:00.000Z'");
        execute("create table takeover_log (what text, ref text, at timestamp default current_timestamp)");
        watch("turn", "refresh_state", "update of next_update_at", "new.next_update_at > old.next_update_at");
        watch("result", "refresh_state", "update of result_hash", CHANGED.formatted("result_hash"));
        watch("ingested", "refresh_state", "update of unprocessed_hash", CHANGED.formatted("unprocessed_hash"));
        watch("inserted", "refresh_state", "insert", "true");
        watch("requested", "stitch_queue", "insert", "true");
        watch("stitched", "final_entities", "insert", "true");
        watch("restitched", "final_entities", "update of hash", "true");
        return this;
    }

    private void watch(String what, String table, String event, String condition) throws SQLException {
        var note = "insert into takeover_log (what, ref) values ('" + what + "', new.entity_ref);";
        if (url.startsWith("jdbc:sqlite")) {
            execute("create trigger takeover_" + what + " after " + event + " on " + table + " when "
                    + condition.replace("is distinct from", "is not") + " begin " + note + " end");
            return;
        }
        execute("create function takeover_" + what + "() returns trigger language plpgsql as $$ begin " + note
                + " return new; end $$");
        execute("create trigger takeover_" + what + " after " + event + " on " + table + " for each row when ("
                + condition + ") execute function takeover_" + what + "()");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url);
        if (url.startsWith("jdbc:sqlite")) {
            try (var statement = connection.createStatement()) {
                statement.execute("pragma busy_timeout = 10000");
            }
        }
        return connection;
    }

    /** The rows of a query, each with its columns separated by bars. */
    List<String> rows(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                var columns = new ArrayList<String>();
                for (var column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    columns.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }
}
