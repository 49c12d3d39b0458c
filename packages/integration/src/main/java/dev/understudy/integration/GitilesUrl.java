// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file as Gitiles, the viewer beside Gerrit, shows it.
 *
 * @param path the file, as escaped; a slash for the root
 * @param basePath the URL of the root of the repository
 */
public record GitilesUrl(String project, String ref, RefType refType, String path, String basePath) {
    /** What a reference names. */
    public enum RefType {
        HEAD,
        SHA,
        BRANCH,
        TAG;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final int SHA_LENGTH = 40;
    private static final Pattern REFS = Pattern.compile("^refs/(heads|tags)/(.*?)(/|$)");

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException if it is not one of a repository
     */
    public static GitilesUrl parse(GerritIntegrationConfig config, String url) {
        var base = WebUrl.parse(config.gitilesBaseUrl()).pathname();
        var pathname = WebUrl.parse(url).pathname();
        var path = pathname.startsWith("/a/") ? pathname.substring(2) : pathname;
        var at = path.indexOf(base);
        var inside = at < 0 ? path : path.substring(0, at) + path.substring(at + base.length());
        var parts = Arrays.stream(inside.split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        var plus = parts.contains("+") ? parts.indexOf("+") : parts.size();
        if (plus == 0) {
            throw new IllegalArgumentException("Unable to parse gitiles url: " + url);
        }
        var rest = new ArrayList<>(parts.subList(Math.min(plus + 1, parts.size()), parts.size()));
        return atRef(url, String.join("/", parts.subList(0, plus)), rest);
    }

    private static GitilesUrl atRef(String url, String project, List<String> rest) {
        var first = rest.isEmpty() ? "" : rest.getFirst();
        if (first.equals("HEAD") || first.length() == SHA_LENGTH) {
            var type = first.equals("HEAD") ? RefType.HEAD : RefType.SHA;
            return create(url, project, first, type, String.join("/", rest.subList(1, rest.size())));
        }
        var remaining = String.join("/", rest);
        var refs = REFS.matcher(remaining);
        if (!refs.find()) {
            throw new IllegalArgumentException("Unable to parse gitiles : " + url);
        }
        var type = refs.group(1).equals("heads") ? RefType.BRANCH : RefType.TAG;
        return create(url, project, refs.group(2), type, remaining.substring(refs.end()));
    }

    private static GitilesUrl create(String url, String project, String ref, RefType type, String path) {
        var at = url.indexOf(path);
        var root = at < 0 ? url : url.substring(0, at) + url.substring(at + path.length());
        return new GitilesUrl(project, ref, type, path.isEmpty() ? "/" : path, ScmUrlResolver.trimEnd(root, '/'));
    }

    String editUrl(GerritIntegrationConfig config) {
        return config.baseUrl() + "/admin/repos/edit/repo/" + project + "/branch/refs/heads/" + ref + "/file/"
                + ScmUrlResolver.trimStart(path, '/');
    }

    /** Where the file is read, in base 64. */
    public String fileUrl(GerritIntegrationConfig config) {
        var at = revision("branches/" + ref, "commits/" + ref);
        return projectUrl(config) + "/" + at + "/files/" + UriComponents.encode(path) + "/content";
    }

    /** Where the folder is read. */
    public String archiveUrl(GerritIntegrationConfig config) {
        var name = path.equals("/") ? ".tar.gz" : "/" + path + ".tar.gz";
        var at = revision("refs/heads/" + ref, ref);
        return authenticationUrl(config) + "/" + project + "/+archive/" + at + name;
    }

    /** Where the branch's newest commit is read. */
    public String branchUrl(GerritIntegrationConfig config) {
        if (refType != RefType.BRANCH) {
            throw unsupported();
        }
        return projectUrl(config) + "/branches/" + ref;
    }

    /** Where the whole tree is listed. */
    public String treeUrl(GerritIntegrationConfig config) {
        return (basePath + "/?format=JSON&recursive").replace(config.gitilesBaseUrl(), authenticationUrl(config));
    }

    private String revision(String branch, String commit) {
        return switch (refType) {
            case BRANCH -> branch;
            case SHA -> commit;
            case HEAD, TAG -> throw unsupported();
        };
    }

    private IllegalArgumentException unsupported() {
        return new IllegalArgumentException("Unsupported gitiles ref type: " + refType);
    }

    private String projectUrl(GerritIntegrationConfig config) {
        return config.baseUrl() + prefix(config) + "projects/" + UriComponents.encode(project);
    }

    /** Gerrit asks for authentication only below {@code /a/}. */
    private static String prefix(GerritIntegrationConfig config) {
        return config.password().isPresent() ? "/a/" : "/";
    }

    private static String authenticationUrl(GerritIntegrationConfig config) {
        if (config.gitilesBaseUrl().startsWith(config.baseUrl())) {
            return Optional.of(config.gitilesBaseUrl())
                    .filter(url -> url.startsWith(config.baseUrl() + "/"))
                    .map(url -> config.baseUrl()
                            + prefix(config)
                            + url.substring(config.baseUrl().length() + 1))
                    .orElse(config.gitilesBaseUrl());
        }
        if (config.password().isPresent()) {
            throw new IllegalArgumentException("Since the baseUrl (Gerrit) is not part of the gitilesBaseUrl,"
                    + " an authentication URL could not be constructed.");
        }
        return config.gitilesBaseUrl();
    }
}
