// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import dev.understudy.backend.app.api.Backend;
import dev.understudy.errors.BackendException;

/** Runs a backend as a process: a failed start is told on standard error and becomes exit code 1. */
final class Deployment {
    private Deployment() {}

    static void run(Backend backend) {
        try {
            backend.start();
        } catch (RuntimeException failure) {
            report(failure);
            System.exit(1);
        }
    }

    private static void report(RuntimeException failure) {
        if (failure instanceof BackendException told) {
            System.err.println(told.name() + ": " + told.getMessage());
        } else {
            failure.printStackTrace();
        }
    }
}
