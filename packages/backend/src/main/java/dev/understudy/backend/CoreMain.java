// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import dev.understudy.backend.app.api.Backend;

/** The core services and no plugin at all, to see what they cost. */
public final class CoreMain {
    private CoreMain() {}

    public static void main(String[] args) {
        Deployment.run(backend(args));
    }

    static Backend backend(String... args) {
        return Deployment.create(args);
    }
}
