// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.List;

/** An integration with Bitbucket Server. Backstage counterpart of the same name. */
public record BitbucketServerIntegration(BitbucketServerIntegrationConfig config) implements ScmIntegration {
    private static final String TYPE = "bitbucketServer";
    private static final List<String> VIEWS = List.of("browse", "raw", "src");

    static ScmIntegrationsGroup<BitbucketServerIntegration> fromConfig(Config config) {
        return IntegrationConfigs.group(
                IntegrationConfigs.readAll(config, TYPE, BitbucketServerIntegrationConfig::read),
                BitbucketServerIntegration::new);
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
    public String resolveUrl(String url, String base, int lineNumber) {
        var resolved = ScmUrlResolver.resolve(url, base, lineNumber);
        return lineNumber > 0
                ? WebUrl.parse(resolved).withHash(Integer.toString(lineNumber)).toString()
                : resolved;
    }

    @Override
    public String resolveEditUrl(String url) {
        return url.contains("?") ? url.substring(0, url.indexOf('?')) : url;
    }

    /**
     * Where a file is read.
     *
     * @throws IllegalArgumentException if the URL is not a file's
     */
    public String fileFetchUrl(String url) {
        return ScmFileUrls.checked(url, () -> {
            var git = GitUrl.parseSafe(url);
            if (git.owner().isEmpty() || git.name().isEmpty() || !VIEWS.contains(git.filepathType())) {
                throw new IllegalArgumentException("Invalid Bitbucket Server URL or file path");
            }
            return repositoryUrl(git) + "/raw/" + git.filepath().replaceFirst("^/", "") + "?"
                    + FormParameters.empty().with("at", git.ref());
        });
    }

    /** Where a branch of a repository, or a folder of it, is read. */
    public String downloadUrl(GitUrl git, String branch) {
        var query = FormParameters.empty()
                .with("format", "tgz")
                .with("at", branch)
                .with("prefix", git.owner() + "-" + git.name());
        return repositoryUrl(git) + "/archive?"
                + (git.filepath().isEmpty() ? query : query.with("path", UriComponents.decode(git.filepath())));
    }

    /** The repository in the host's interface. */
    public String repositoryUrl(GitUrl git) {
        return config.apiBaseUrl() + "/projects/" + git.owner() + "/repos/" + git.name();
    }
}
