// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

import dev.understudy.errors.BackendException;

/** Another process migrates this database, or died while it did. Counterpart: knex's {@code MigrationLocked}. */
public final class MigrationLockedException extends BackendException {
    private static final long serialVersionUID = 1L;

    MigrationLockedException(String lockTable) {
        super(
                "Migration table is already locked. If you are sure that nothing else migrates this database, run: "
                        + "UPDATE " + lockTable + " SET is_locked = 0",
                null);
    }

    @Override
    public String name() {
        return "MigrationLocked";
    }
}
