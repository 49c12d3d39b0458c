// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.database;

/** Work that needs several statements on one connection. */
@FunctionalInterface
public interface SqlWork<T> {
    T run(Sql sql) throws Exception;
}
