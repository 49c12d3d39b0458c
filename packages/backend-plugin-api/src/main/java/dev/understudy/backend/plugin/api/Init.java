// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/** Starts a plugin or module. It runs on a virtual thread of its own, and may block and throw. */
@FunctionalInterface
public interface Init {
    /** Reads the dependencies, builds the objects, mounts routers and registers hooks. */
    void run() throws Exception;
}
