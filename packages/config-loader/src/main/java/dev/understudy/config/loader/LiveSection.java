// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.Config;
import dev.understudy.config.ConfigSubscription;
import java.util.Optional;

/** A section of configuration that may change, appear and go. */
final class LiveSection extends SelectedConfig {
    private final SelectedConfig parent;
    private final String key;

    LiveSection(SelectedConfig parent, String key) {
        this.parent = parent;
        this.key = key;
    }

    @Override
    Config required() {
        return parent.required().config(key);
    }

    @Override
    Optional<? extends Config> selected() {
        return parent.selected().flatMap(config -> config.optionalConfig(key));
    }

    @Override
    public ConfigSubscription subscribe(Runnable onChange) {
        return parent.subscribe(onChange);
    }
}
