// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/** Declares dependencies that exist once per backend. */
public interface RootDependencies {
    /** Declares that a service is needed; its value can be read when the registered function runs. */
    <T> Dependency<T> require(RootServiceRef<T> ref);
}
