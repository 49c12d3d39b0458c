// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/** Hands features to the backend while it starts. It may block and throw. */
@FunctionalInterface
public interface Loader {
    /** Adds the features, in the order in which they take effect. */
    void load(FeatureSink features) throws Exception;
}
