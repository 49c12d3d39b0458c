// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.config.Config;
import dev.understudy.errors.TypeException;
import java.util.Optional;

/** Settings of processors and providers, by their names. */
final class NamedOptions {
    private NamedOptions() {}

    /** The settings of one of them; none if its name cannot be a key. */
    static Optional<Config> of(Config config, String section, String name) {
        var sections = config.optionalConfig(section);
        try {
            return sections.flatMap(all -> all.optionalConfig(name));
        } catch (TypeException _) {
            return Optional.empty();
        }
    }
}
