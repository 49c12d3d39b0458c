// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

/** A cron expression that cannot be read, or never comes true. Counterpart: {@code CronError}. */
final class CronException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CronException(String message) {
        super(message);
    }
}
