// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.errors.ErrorNames;
import java.util.function.Supplier;

/** What URLs of files at several hosts have in common. */
final class ScmFileUrls {
    private ScmFileUrls() {}

    /** Names the URL in whatever failure. */
    static String checked(String url, Supplier<String> translate) {
        try {
            return translate.get();
        } catch (RuntimeException failure) {
            throw new IllegalArgumentException("Incorrect URL: " + url + ", " + ErrorNames.describe(failure), failure);
        }
    }
}
