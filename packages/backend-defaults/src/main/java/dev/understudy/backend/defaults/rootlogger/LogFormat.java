// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

/** Turns an entry into a line, without its end. */
@FunctionalInterface
interface LogFormat {
    String format(LogEntry entry);
}
