// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.Arrays;

/**
 * A file at Gitea.
 *
 * @param baseUrl the host's, without a slash at the end
 * @param path the file, as escaped; empty for the repository
 */
public record GiteaUrl(String baseUrl, String owner, String name, String ref, String path) {
    private static final int REF = 5;

    /** Reads a URL of the form {@code <base>/<owner>/<name>/src/branch/<ref>/<path>}. */
    public static GiteaUrl parse(GiteaIntegrationConfig config, String url) {
        var at = url.indexOf(config.baseUrl());
        var rest = at < 0
                ? url
                : url.substring(0, at) + url.substring(at + config.baseUrl().length());
        var parts = rest.split("/", -1);
        var path = parts.length > REF + 1 ? String.join("/", Arrays.copyOfRange(parts, REF + 1, parts.length)) : "";
        return new GiteaUrl(
                config.baseUrl(), part(parts, 1), part(parts, 2), part(parts, REF), path.replaceFirst("^/", ""));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : "undefined";
    }

    /** Where a person edits the file. */
    public String editUrl() {
        return baseUrl + "/" + owner + "/" + name + "/_edit/" + ref + "/" + path;
    }

    /** Where the file is read. */
    public String fileUrl() {
        return repositoryUrl() + "/contents/" + path + "?ref=" + ref;
    }

    /** Where the whole repository is read. */
    public String archiveUrl() {
        return repositoryUrl() + "/archive/" + ref + ".tar.gz";
    }

    /** Where the newest commit is read. */
    public String latestCommitUrl() {
        return repositoryUrl() + "/git/commits/" + ref;
    }

    private String repositoryUrl() {
        return baseUrl + "/api/v1/repos/" + owner + "/" + name;
    }
}
