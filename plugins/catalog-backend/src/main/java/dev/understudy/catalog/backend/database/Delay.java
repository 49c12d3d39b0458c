// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;

/** How long ago a time in the database was. */
final class Delay {
    private Delay() {}

    /** An expression in seconds. */
    static String since(String column, DatabaseDialect dialect) {
        return switch (dialect) {
            case SQLITE -> "(julianday('now') - julianday(" + column + ")) * 86400.0";
            case POSTGRESQL -> "extract(epoch from clock_timestamp() - " + column + ")";
        };
    }
}
