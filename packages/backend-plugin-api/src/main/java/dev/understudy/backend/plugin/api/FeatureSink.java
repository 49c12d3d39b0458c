// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import java.util.function.Supplier;

/** Takes the features of a loader. Only valid while the loader runs. */
public interface FeatureSink {
    /** Hands over a feature. */
    void add(BackendFeature feature);

    /** Hands over a feature that is made at once, such as {@code SearchPlugin::feature}. */
    void add(Supplier<? extends BackendFeature> feature);
}
