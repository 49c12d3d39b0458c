// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/** The kinds of SQL that a plugin may meet. */
public enum DatabaseDialect {
    SQLITE,
    POSTGRESQL
}
