// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;

/**
 * Where a server listens: a host and a port, or a folder and the number in the name of the Unix socket in it.
 *
 * @param host a name, an address, or the absolute path of a folder
 */
record PostgresAddress(String host, int port) {
    private static final String DEFAULT_HOST = "localhost";
    private static final int DEFAULT_PORT = 5432;
    // by name, as the driver makes it: nothing of junixsocket is loaded where no socket is asked for
    private static final String UNIX_SOCKETS = "org.newsclub.net.unix.AFUNIXSocketFactory$FactoryArg";

    static PostgresAddress of(JsonNode connection) {
        return new PostgresAddress(
                PostgresDataSource.text(connection, "host", "PGHOST", DEFAULT_HOST),
                port(PostgresDataSource.text(connection, "port", "PGPORT", String.valueOf(DEFAULT_PORT))));
    }

    private static int port(String port) {
        try {
            return Integer.parseInt(port);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("The port of the database is not a number: '" + port + "'");
        }
    }

    boolean isUnixSocket() {
        return host.startsWith("/");
    }

    void applyTo(PGSimpleDataSource source) {
        source.setServerNames(new String[] {isUnixSocket() ? DEFAULT_HOST : host});
        source.setPortNumbers(new int[] {port});
        if (isUnixSocket()) {
            source.setSocketFactory(UNIX_SOCKETS);
            source.setSocketFactoryArg(host + "/.s.PGSQL." + port);
        }
    }

    /** As messages name it. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
