// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.BackendFeature;
import java.util.function.Supplier;

/** A feature as it was added, with its name in messages. */
record InstalledFeature(Supplier<? extends BackendFeature> supplier, String source) {}
