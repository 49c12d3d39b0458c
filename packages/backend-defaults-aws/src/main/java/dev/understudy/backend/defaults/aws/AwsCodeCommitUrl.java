// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import dev.understudy.integration.WebUrl;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a file or folder is.
 *
 * @param commitSpecifier a branch, tag or commit; empty for the default branch
 */
record AwsCodeCommitUrl(String region, String repositoryName, String path, Optional<String> commitSpecifier) {
    private static final Pattern HOST = Pattern.compile("([^.]+)\\.console\\.aws\\.amazon\\.com");
    private static final String REPOSITORIES = "/codesuite/codecommit/repositories/";
    private static final Pattern PATH = Pattern.compile(REPOSITORIES + "([^/]+)/browse/(?:(.*)/)?--/(.*)");
    private static final Pattern OUTER_SLASH = Pattern.compile("^/|/$");

    static AwsCodeCommitUrl ofFile(String url) {
        var pathname = viewed(url).pathname();
        if (!pathname.contains("/browse/")) {
            throw new IllegalArgumentException("Please provide full path to yaml file from CodeCommit");
        }
        return inner(url)
                .orElseThrow(() -> new IllegalArgumentException(
                        region(url).isEmpty() ? unexpected(url, "host") : unexpected(url, "path")));
    }

    static AwsCodeCommitUrl ofTree(String url) {
        return inner(url).orElseGet(() -> repository(url, viewed(url).pathname()));
    }

    private static WebUrl viewed(String url) {
        var parsed = WebUrl.parse(url);
        if (parsed.pathname().contains("/files/edit/")) {
            throw new IllegalArgumentException(
                    "Please provide the view url to yaml file from CodeCommit, not the edit url");
        }
        return parsed;
    }

    private static Optional<AwsCodeCommitUrl> inner(String url) {
        var match = PATH.matcher(viewed(url).pathname());
        return region(url).filter(_ -> match.matches()).map(region -> {
            var commit = Optional.ofNullable(match.group(2)).filter(text -> !text.isEmpty());
            return new AwsCodeCommitUrl(region, match.group(1), match.group(3), commit);
        });
    }

    private static AwsCodeCommitUrl repository(String url, String pathname) {
        var region = region(url).orElseThrow(() -> new IllegalArgumentException(unexpected(url, "host")));
        var parts = pathname.split("/--/", 2)[0].replace(REPOSITORIES, "").split("/browse", -1);
        var commit = Optional.of(parts)
                .filter(all -> all.length > 1)
                .map(all -> withoutOuterSlashes(all[1]))
                .filter(text -> !text.isEmpty());
        return new AwsCodeCommitUrl(region, withoutOuterSlashes(parts[0]), "/", commit);
    }

    private static Optional<String> region(String url) {
        var match = HOST.matcher(WebUrl.parse(url).host());
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    private static String withoutOuterSlashes(String text) {
        return OUTER_SLASH.matcher(text).replaceAll("");
    }

    private static String unexpected(String url, String part) {
        return "Invalid AWS CodeCommit URL (unexpected " + part + " format): " + url;
    }
}
