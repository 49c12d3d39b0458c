// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.backend.defaults.internal.NodeTls;
import dev.understudy.types.Json;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.postgresql.ssl.WrappedFactory;

/**
 * TLS from certificates in configuration. Public because the driver makes it by name, with node-postgres's {@code ssl}
 * object as JSON.
 */
public final class PostgresTlsFactory extends WrappedFactory {
    public PostgresTlsFactory(String settings) throws GeneralSecurityException, IOException {
        factory = NodeTls.of(Json.mapper().readTree(settings), "connection.ssl of the database")
                .context()
                .getSocketFactory();
    }
}
