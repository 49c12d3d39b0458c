// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;

/** The core services and no plugin at all, to see what they cost. */
public final class CoreMain {
    private CoreMain() {}

    public static void main(String[] args) {
        Deployment.run(createBackend(args));
    }
}
