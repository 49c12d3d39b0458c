// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.regex.Pattern;

/** An integration with GitLab. Backstage counterpart of the same name. */
public record GitLabIntegration(GitLabIntegrationConfig config) implements ScmIntegration {
    private static final String TYPE = "gitlab";
    private static final Pattern VIEW = Pattern.compile("/-/(?:blob|tree|edit)/");
    private static final String FILE = "/blob/";

    static ScmIntegrationsGroup<GitLabIntegration> fromConfig(Config config) {
        return IntegrationConfigs.group(
                IntegrationConfigs.readAll(
                        config,
                        TYPE,
                        GitLabIntegrationConfig::read,
                        known -> known.host().equals(GitLabIntegrationConfig.HOST),
                        GitLabIntegrationConfig.anonymous()),
                GitLabIntegration::new);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String host() {
        return config.host();
    }

    @Override
    public String resolveEditUrl(String url) {
        return VIEW.matcher(url).replaceFirst("/-/edit/");
    }

    /**
     * Where a file is read.
     *
     * @throws IllegalArgumentException if the URL is not a file's
     */
    public String fileFetchUrl(String url) {
        var project = projectPath(WebUrl.parse(url).pathname());
        try {
            return fileUrl(WebUrl.parse(url), project);
        } catch (IllegalArgumentException failure) {
            throw new IllegalArgumentException("Incorrect url: " + url + ", Error: " + failure.getMessage(), failure);
        }
    }

    private String fileUrl(WebUrl url, String project) {
        var pathname = url.pathname();
        var branchAndFile = pathname.substring(pathname.indexOf(FILE) + FILE.length());
        var slash = branchAndFile.indexOf('/');
        var branch = slash < 0 ? branchAndFile : branchAndFile.substring(0, slash);
        var file = slash < 0 ? "" : branchAndFile.substring(slash + 1);
        return url.withPathname(config.relativePath() + "/api/v4/projects/" + UriComponents.encode(project)
                        + "/repository/files/" + UriComponents.encode(UriComponents.decode(file)) + "/raw")
                .withParameters(FormParameters.empty().with("ref", UriComponents.decode(branch)))
                .toString();
    }

    private String projectPath(String pathname) {
        if (!pathname.contains(FILE)) {
            throw new IllegalArgumentException(
                    "Failed extracting project path from " + pathname + ". Url path must include /blob/.");
        }
        var project = before(before(pathname, "/-/blob/"), FILE);
        var relative = config.relativePath();
        if (!relative.isEmpty() && !project.startsWith(relative + "/")) {
            throw new IllegalArgumentException("Failed extracting project path from " + pathname
                    + ". Url path must start with " + relative + "/.");
        }
        return project.substring(relative.length()).replaceFirst("^/", "");
    }

    private static String before(String text, String separator) {
        var at = text.indexOf(separator);
        return at < 0 ? text : text.substring(0, at);
    }
}
