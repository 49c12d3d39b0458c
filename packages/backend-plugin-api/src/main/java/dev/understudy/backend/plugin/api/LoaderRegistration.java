// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/** What a feature loader declares: root dependencies, and exactly one loader. */
public interface LoaderRegistration extends RootDependencies {
    /**
     * Sets the function that hands over the features.
     *
     * @throws IllegalStateException when called a second time
     */
    void registerLoader(Loader loader);
}
