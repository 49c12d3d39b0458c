// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Takes URLs of repositories apart. */
final class GitUrlParser {
    private static final int MAX_LENGTH = 2048;
    private static final Pattern SHORTHAND = Pattern.compile("[a-zA-Z\\d-]{1,39}/[-.\\w]{1,100}");
    private static final Pattern SSH =
            Pattern.compile("([a-z_][a-z0-9_-]{0,31})@([\\w.\\-@]+)[/:]([~,.\\w\\-/]+?(?:\\.git|/)?)");
    private static final Pattern BITBUCKET_SERVER = Pattern.compile("(projects|users)/(.*?)/repos/(.*?)((/.*$)|$)");
    private static final List<String> FILE_PATH_TYPES = List.of("raw", "src", "blob", "tree", "edit");

    private GitUrlParser() {}

    static GitUrl parse(String input) {
        if (input.isBlank()) {
            throw new IllegalArgumentException("Invalid url.");
        }
        if (input.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "Input exceeds maximum length." + " If needed, change the value of parseUrl.MAX_INPUT_LENGTH.");
        }
        var text = SHORTHAND.matcher(input).matches() ? "https://github.com/" + input : input;
        var url = WebUrl.tryParse(text);
        return url.isPresent() ? parse(url.get()) : ssh(text);
    }

    private static GitUrl ssh(String text) {
        var matcher = SSH.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("URL parsing failed.");
        }
        var url = new GitUrlSource(
                "ssh", matcher.group(2), matcher.group(1), "/" + matcher.group(3), FormParameters.empty(), text);
        return parse(url);
    }

    private static GitUrl parse(WebUrl url) {
        return parse(new GitUrlSource(
                url.scheme(),
                url.hostname(),
                url.username(),
                url.pathname(),
                url.parameters(),
                url.toString().replaceFirst("/$", "")));
    }

    private static GitUrl parse(GitUrlSource url) {
        var server = BITBUCKET_SERVER.matcher(url.pathname());
        if (server.find()) {
            var owner = server.group(1).equals("users") ? "~" + server.group(2) : server.group(2);
            return bitbucketServer(url, owner, server.group(3), server.group(4));
        }
        return switch (url.source()) {
            case "azure.com", "visualstudio.com" -> AzureGitUrl.parse(url);
            default -> path(url);
        };
    }

    private static GitUrl bitbucketServer(GitUrlSource url, String owner, String name, String rest) {
        var parts = rest.split("/", 3);
        var isFile = parts.length > 1 && (parts[1].equals("raw") || parts[1].equals("browse"));
        return url.with(
                owner,
                name,
                owner + "/" + name,
                url.query().last("at").orElse(""),
                isFile && parts.length > 2 ? parts[2] : "",
                isFile ? parts[1] : "");
    }

    private static GitUrl path(GitUrlSource url) {
        var splits = url.name().split("/", -1);
        var nameIndex = nameIndex(splits);
        var owner = splits.length >= 2 ? join(splits, 0, nameIndex) : url.user();
        var name = splits.length >= 2 ? splits[nameIndex] : url.name();
        var at = nameIndex + 1 < splits.length && splits[nameIndex + 1].equals("-") ? nameIndex + 1 : nameIndex;
        var isFile = splits.length > at + 2 && FILE_PATH_TYPES.contains(splits[at + 1]);
        var project = owner.startsWith("scm/") ? owner.substring(4) : owner;
        return url.with(
                project,
                name,
                project.isEmpty() ? name : name.isEmpty() ? project : project + "/" + name,
                isFile ? splits[at + 2] : "",
                isFile ? join(splits, at + 3, splits.length) : "",
                isFile ? splits[at + 1] : "");
    }

    private static int nameIndex(String[] splits) {
        var dash = indexOf(splits, "-");
        var blob = indexOf(splits, "blob");
        var tree = indexOf(splits, "tree");
        if (dash > 0) {
            return dash - 1;
        }
        if (blob > 0 && tree > 0) {
            return Math.min(blob, tree) - 1;
        }
        for (var marker : List.of("blob", "issues", "tree", "commit", "src", "raw", "edit")) {
            var index = indexOf(splits, marker);
            if (index > 0) {
                return index - 1;
            }
        }
        return splits.length - 1;
    }

    /** An owner and a name come before any marker. */
    private static int indexOf(String[] splits, String marker) {
        for (var at = 2; at < splits.length; at++) {
            if (splits[at].equals(marker)) {
                return at;
            }
        }
        return -1;
    }

    private static String join(String[] splits, int from, int to) {
        return from >= to ? "" : String.join("/", Arrays.copyOfRange(splits, from, to));
    }
}
