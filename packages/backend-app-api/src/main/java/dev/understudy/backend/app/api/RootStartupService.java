// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static dev.understudy.backend.plugin.api.BackendWiring.createRootServiceRef;

import dev.understudy.backend.plugin.api.RootServiceRef;

/**
 * Tells how this backend starts, while it does and ever after; every backend provides it itself. Thread-safe.
 *
 * <p>Backstage has no counterpart.
 */
public interface RootStartupService {
    /** The service's reference. */
    RootServiceRef<RootStartupService> ROOT_STARTUP =
            createRootServiceRef("understudy.rootStartup", RootStartupService.class);

    /** What is known now. */
    StartupReport report();
}
