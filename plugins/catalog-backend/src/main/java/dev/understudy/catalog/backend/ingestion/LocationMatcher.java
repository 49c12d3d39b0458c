// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.ingestion;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.config.Config;
import dev.understudy.types.GlobPattern;
import java.util.Optional;

/** Matches locations by their type, and perhaps their target. */
record LocationMatcher(String type, Optional<String> exact, Optional<GlobPattern> pattern) {
    static LocationMatcher fromConfig(Config section) {
        var pattern = section.optionalString("pattern");
        var type = section.string("type");
        var exact = section.optionalString("exact");
        if (pattern.isPresent() && exact.isPresent()) {
            throw new IllegalArgumentException("A catalog rule location cannot have both exact and pattern values");
        }
        return new LocationMatcher(type, exact, pattern.map(GlobPattern::ignoringCase));
    }

    boolean matches(LocationSpec location) {
        return type.equals(location.type())
                && exact.map(location.target()::equals).orElse(true)
                && pattern.map(glob -> glob.matches(location.target())).orElse(true);
    }
}
