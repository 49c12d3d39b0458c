// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

/** Follows references as most hosts have it. */
final class ScmUrlResolver {
    private ScmUrlResolver() {}

    static String resolve(String url, String base, int lineNumber) {
        if (WebUrl.isValid(url)) {
            return url;
        }
        var target =
                url.startsWith("/") ? fromRoot(url, base) : WebUrl.parse(base).resolve(url);
        var result = target.withSearch(WebUrl.parse(base).search());
        return (lineNumber > 0 ? result.withHash("L" + lineNumber) : result).toString();
    }

    private static WebUrl fromRoot(String url, String base) {
        var git = GitUrl.parseSafe(base);
        var updated = WebUrl.parse(git.href());
        var path = updated.pathname();
        var end = Math.max(0, path.length() - git.filepath().length());
        return updated.withPathname(trimEnd(path.substring(0, end), '/') + url);
    }

    static String trimEnd(String text, char character) {
        var end = text.length();
        while (end > 0 && text.charAt(end - 1) == character) {
            end--;
        }
        return text.substring(0, end);
    }

    static String trimStart(String text, char character) {
        var start = 0;
        while (start < text.length() && text.charAt(start) == character) {
            start++;
        }
        return text.substring(start);
    }
}
