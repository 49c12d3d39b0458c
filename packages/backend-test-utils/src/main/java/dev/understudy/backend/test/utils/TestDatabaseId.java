// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

/** A kind of database to test with. Backstage counterpart: {@code TestDatabaseId}. */
public enum TestDatabaseId {
    /** SQLite, as configured by {@code :memory:}. */
    SQLITE_3,
    /** SQLite in a file of a configured directory. */
    SQLITE_3_FILE,
    /** A PostgreSQL 18 server, started by the first who asks and shared by all tests of the process. */
    POSTGRES_18
}
