// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.backend.defaults.database.token.RenewedPassword;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes each connection with the password that is good at that moment. */
final class TokenDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;

    private final transient RenewedPassword password;

    TokenDataSource(RenewedPassword password) {
        this.password = password;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(getUser(), password.current());
    }
}
