// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.config.Config;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The value of the {@code Referrer-Policy} header. */
final class ReferrerPolicy {
    private static final Set<String> TOKENS = Set.of(
            "no-referrer",
            "no-referrer-when-downgrade",
            "same-origin",
            "origin",
            "strict-origin",
            "origin-when-cross-origin",
            "strict-origin-when-cross-origin",
            "unsafe-url");

    private ReferrerPolicy() {}

    static String fromConfig(Config config) {
        var tokens = config.optionalStringArray("backend.referrer.policy").orElse(List.of("no-referrer"));
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("Referrer-Policy received no policy tokens");
        }
        var seen = new HashSet<String>();
        for (var token : tokens) {
            if (!TOKENS.contains(token)) {
                throw new IllegalArgumentException(
                        "Referrer-Policy received an unexpected policy token \"" + token + "\"");
            }
            if (!seen.add(token)) {
                throw new IllegalArgumentException(
                        "Referrer-Policy received a duplicate policy token \"" + token + "\"");
            }
        }
        return String.join(",", tokens);
    }
}
