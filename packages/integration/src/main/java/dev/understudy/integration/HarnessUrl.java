// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.Arrays;
import java.util.List;

/**
 * A file at Harness Code. Parts it does not have are empty.
 *
 * @param baseUrl scheme and host
 * @param branch the branch, also where the URL names no file
 * @param ref the branch as the URL of a file names it
 * @param path the file, as escaped
 */
public record HarnessUrl(
        String baseUrl,
        String accountId,
        String orgName,
        String projectName,
        String repoName,
        String branch,
        String ref,
        String path) {

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static HarnessUrl parse(HarnessIntegrationConfig config, String url) {
        var parsed = WebUrl.tryParse(url)
                .orElseThrow(() -> new IllegalArgumentException("Incorrect URL: " + url + ", TypeError: Invalid URL"));
        var parts = Arrays.asList(parsed.pathname().split("/", -1));
        var segments = parts.stream().filter(part -> !part.isEmpty()).toList();
        var account = segments.indexOf("account");
        var org = segments.indexOf("orgs");
        var project = segments.indexOf("projects");
        var repos = lastFrom(segments, "repos", Math.max(account + 1, Math.max(org, project)) + 1);
        var refAndPath = afterView(parts);
        var tilde = refAndPath.indexOf("~");
        return new HarnessUrl(
                "https://" + config.host(),
                at(segments, account + 1),
                org < 0 ? "" : at(segments, org + 1),
                project < 0 ? "" : at(segments, project + 1),
                at(segments, repos + 1),
                String.join("/", tilde < 0 ? refAndPath : refAndPath.subList(0, tilde)),
                String.join("/", refAndPath.subList(0, tilde < 0 ? Math.max(0, refAndPath.size() - 1) : tilde)),
                tilde < 0
                        ? ""
                        : String.join("/", refAndPath.subList(tilde + 1, refAndPath.size()))
                                .replaceFirst("^/", ""));
    }

    private static List<String> afterView(List<String> parts) {
        for (var at = 0; at < parts.size(); at++) {
            if (parts.get(at).equals("files") || parts.get(at).equals("edit")) {
                return parts.subList(at + 1, parts.size());
            }
        }
        return parts;
    }

    private static int lastFrom(List<String> segments, String name, int from) {
        var start = Math.min(from, segments.size());
        var found = segments.subList(start, segments.size()).indexOf(name);
        return found < 0 ? -1 : start + found;
    }

    private static String at(List<String> segments, int index) {
        return index < segments.size() ? segments.get(index) : "undefined";
    }

    /** Where a person edits the file. */
    public String editUrl() {
        return baseUrl + "/ng/account/" + accountId + "/module/code" + (orgName.isEmpty() ? "" : "/orgs/" + orgName)
                + (projectName.isEmpty() ? "" : "/projects/" + projectName) + "/repos/" + repoName + "/files/" + branch
                + "/~/" + path;
    }

    /** Where the file is read. */
    public String fileUrl() {
        return repositoryUrl() + "/raw/" + path + "?routingId=" + accountId + "&git_ref=refs/heads/" + ref;
    }

    /** Where the whole repository is read, as a zip archive. */
    public String archiveUrl() {
        return repositoryUrl() + "/archive/" + branch + ".zip?routingId=" + accountId;
    }

    /** Where the newest commit is read. */
    public String latestCommitUrl() {
        return repositoryUrl() + "/content?routingId=" + accountId + "&include_commit=true&git_ref=refs/heads/"
                + branch;
    }

    private String repositoryUrl() {
        return baseUrl + "/gateway/code/api/v1/repos/" + accountId + (orgName.isEmpty() ? "" : "/" + orgName)
                + (projectName.isEmpty() ? "" : "/" + projectName) + "/" + repoName + "/+";
    }
}
