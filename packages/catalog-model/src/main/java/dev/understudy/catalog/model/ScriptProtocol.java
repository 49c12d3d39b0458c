// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

/**
 * Recognises {@code javascript:} URLs as browsers do: after any control characters and spaces, in any case, with tabs and
 * line breaks anywhere within.
 */
final class ScriptProtocol {
    private static final String PROTOCOL = "javascript:";

    private ScriptProtocol() {}

    static boolean startsWith(String url) {
        var at = 0;
        while (at < url.length() && url.charAt(at) <= ' ') {
            at++;
        }
        for (var index = 0; index < PROTOCOL.length(); index++) {
            while (index > 0 && at < url.length() && isIgnored(url.charAt(at))) {
                at++;
            }
            if (at == url.length() || lowerCase(url.charAt(at++)) != PROTOCOL.charAt(index)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIgnored(char character) {
        return character == '\r' || character == '\n' || character == '\t';
    }

    private static char lowerCase(char character) {
        return character >= 'A' && character <= 'Z' ? (char) (character + ('a' - 'A')) : character;
    }
}
