// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Texts that must not be shown, wherever they turn up. The longest goes first, so that no rest of it is left. */
record SecretTexts(List<String> texts) {
    SecretTexts {
        texts = List.copyOf(texts);
    }

    static SecretTexts of(Collection<String> secrets) {
        return new SecretTexts(secrets.stream()
                .map(String::strip)
                .filter(text -> text.length() > 1)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    String hide(String text) {
        var hidden = text;
        for (var secret : texts) {
            hidden = hidden.replace(secret, "***");
        }
        return hidden;
    }
}
