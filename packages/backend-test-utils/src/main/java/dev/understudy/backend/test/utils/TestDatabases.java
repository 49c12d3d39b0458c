// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.DatabaseService;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * New, empty databases, made by the default database service.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @MethodSource("dev.understudy.backend.test.utils.TestDatabases#eachSupported")
 * void keepsWhatIsAdded(TestDatabaseId id) {
 *     try (var databases = TestDatabases.create(id)) {
 *         var store = TodoStore.create(databases.database());
 *     }
 * }
 * }</pre>
 *
 * Thread-safe. Backstage counterpart: {@code TestDatabases}.
 */
public final class TestDatabases implements AutoCloseable {
    private final PluginDatabases databases;

    private TestDatabases(PluginDatabases databases) {
        this.databases = databases;
    }

    /** Every kind of database that a plugin has to work with. Backstage counterpart: {@code eachSupportedId}. */
    public static Stream<TestDatabaseId> eachSupported() {
        return Arrays.stream(TestDatabaseId.values());
    }

    /** Databases of which nobody else knows. */
    public static TestDatabases create(TestDatabaseId id) {
        return new TestDatabases(PluginDatabases.create(id));
    }

    /** The database of a plugin called {@code test}. */
    public DatabaseService database() {
        return database("test");
    }

    /** The database of a plugin, the same one each time. */
    public DatabaseService database(String pluginId) {
        return databases.of(pluginId);
    }

    /**
     * Closes the databases and deletes them.
     *
     * @throws AssertionError if a connection has not been given back
     */
    @Override
    public void close() {
        databases.close();
    }
}
