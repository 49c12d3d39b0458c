// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import java.util.Locale;
import java.util.Optional;

/** Who may see a configuration value. Backstage counterpart: {@code ConfigVisibility}. */
public enum Visibility {
    /** Everybody who can open the app. */
    FRONTEND,
    /** The backend only; what applies without any schema. */
    BACKEND,
    /** The backend only, and never its logs. */
    SECRET;

    static Optional<Visibility> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "frontend" -> Optional.of(FRONTEND);
            case "backend" -> Optional.of(BACKEND);
            case "secret" -> Optional.of(SECRET);
            default -> Optional.empty();
        };
    }
}
