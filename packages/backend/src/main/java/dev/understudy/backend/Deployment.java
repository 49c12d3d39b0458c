// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import dev.understudy.backend.app.api.Backend;
import dev.understudy.errors.ErrorNames;

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

    /** Our own exceptions say what is wrong and what to do; of any other the place it comes from is needed too. */
    private static void report(RuntimeException failure) {
        if (failure.getClass().getPackageName().startsWith("dev.understudy.")) {
            System.err.println(ErrorNames.describe(failure));
        } else {
            failure.printStackTrace();
        }
    }
}
