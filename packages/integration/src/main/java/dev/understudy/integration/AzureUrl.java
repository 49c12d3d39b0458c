// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A repository at Azure DevOps, or a file in it. Immutable. Backstage counterpart of the same name.
 *
 * @param owner a user, an organization or a collection
 * @param path the file, from the root of the repository
 * @param ref a branch or tag
 */
public record AzureUrl(
        String origin, String owner, String project, String repo, Optional<String> path, Optional<String> ref) {

    /**
     * Reads a URL from a browser's address bar.
     *
     * @throws IllegalArgumentException if it is not one of a repository
     */
    public static AzureUrl parse(String repoUrl) {
        var url = WebUrl.parse(repoUrl);
        var parts = Arrays.stream(url.pathname().split("/", -1))
                .map(UriComponents::decode)
                .toArray(String[]::new);
        return parse(url, parts);
    }

    private static AzureUrl parse(WebUrl url, String[] parts) {
        if (isVisualStudio(url.origin()) && part(parts, 2).equals("_git")) {
            return create(url, url.host().split("\\.", -1)[0], part(parts, 1), part(parts, 3));
        }
        if (part(parts, 2).equals("_git")) {
            return create(url, part(parts, 1), part(parts, 3), part(parts, 3));
        }
        if (part(parts, 3).equals("_git")) {
            return create(url, part(parts, 1), part(parts, 2), part(parts, 4));
        }
        if (part(parts, 4).equals("_git")) {
            return create(url, part(parts, 1) + "/" + part(parts, 2), part(parts, 3), part(parts, 5));
        }
        return create(url, "", "", "");
    }

    private static AzureUrl create(WebUrl url, String owner, String project, String repo) {
        if (owner.isEmpty() || project.isEmpty() || repo.isEmpty()) {
            throw new IllegalArgumentException("Azure URL must point to a git repository");
        }
        var version = url.parameters().first("version").filter(text -> !text.isEmpty());
        if (version.isPresent()
                && !version.get().startsWith("GB")
                && !version.get().startsWith("GT")) {
            throw new IllegalArgumentException("Azure URL version must point to a git branch or git tag");
        }
        return new AzureUrl(
                url.origin(),
                owner,
                project,
                repo,
                url.parameters().first("path"),
                version.map(text -> text.substring(2)).filter(text -> !text.isEmpty()));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : "";
    }

    static boolean isVisualStudio(String origin) {
        return origin.endsWith(".visualstudio.com");
    }

    /**
     * Where the file is read.
     *
     * @throws IllegalArgumentException if this is a repository and not a file
     */
    public String fileUrl() {
        if (path.orElse("").isEmpty()) {
            throw new IllegalArgumentException("Azure URL must point to a specific path to be able to download a file");
        }
        return api("items", FormParameters.empty().with("api-version", "6.0").with("path", path.get()), "version");
    }

    /** Where the folder, or the whole repository, is read, as a zip archive. */
    public String archiveUrl() {
        var query = FormParameters.empty()
                .with("recursionLevel", "full")
                .with("download", "true")
                .with("api-version", "6.0");
        var folder = path.filter(text -> !text.isEmpty());
        return api("items", folder.map(text -> query.with("scopePath", text)).orElse(query), "version");
    }

    /** Where the newest commits are listed. */
    public String commitsUrl() {
        return api("commits", FormParameters.empty().with("api-version", "6.0"), "searchCriteria.itemVersion.version");
    }

    private String api(String resource, FormParameters query, String refParameter) {
        var project = Stream.of(this.project, "_apis", "git", "repositories", repo, resource);
        var parts = isVisualStudio(origin) ? project : Stream.concat(Stream.of(owner), project);
        return WebUrl.parse(origin)
                .withPathname(parts.map(UriComponents::encode).collect(Collectors.joining("/")))
                .withParameters(ref.map(text -> query.with(refParameter, text)).orElse(query))
                .toString();
    }
}
