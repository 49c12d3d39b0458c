// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces known secrets in finished lines, in the form in which JSON writes them too. The longest goes first, so that no
 * rest of a longer one is left. Thread-safe.
 */
final class Redactions {
    private volatile List<String> secrets = List.of();

    synchronized void add(Collection<String> more) {
        var all = new ArrayList<>(secrets);
        for (var secret : more) {
            var trimmed = secret.strip();
            if (trimmed.length() > 1) {
                all.add(trimmed);
                all.add(asInJson(trimmed));
            }
        }
        secrets = all.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String redact(String line) {
        var redacted = line;
        for (var secret : secrets) {
            redacted = redacted.replace(secret, "***");
        }
        return redacted;
    }

    private static String asInJson(String secret) {
        var json = new StringBuilder();
        LogJson.writeString(json, secret);
        return json.substring(1, json.length() - 1);
    }
}
