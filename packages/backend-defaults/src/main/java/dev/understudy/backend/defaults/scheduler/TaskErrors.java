// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import dev.understudy.errors.SerializedErrors;

/** Failures of runs as they are stored; with stack traces in development only. */
final class TaskErrors {
    private static final boolean INCLUDE_STACK = "development".equals(System.getenv("NODE_ENV"));

    private TaskErrors() {}

    static String toJson(Throwable failure) {
        return SerializedErrors.toJson(failure, INCLUDE_STACK).toString();
    }

    static String toJson(String message) {
        return toJson(new IllegalStateException(message));
    }
}
