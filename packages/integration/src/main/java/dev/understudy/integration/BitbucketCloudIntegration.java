// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;

/** An integration with Bitbucket Cloud. Backstage counterpart of the same name. */
public record BitbucketCloudIntegration(BitbucketCloudIntegrationConfig config) implements ScmIntegration {
    private static final String TYPE = "bitbucketCloud";

    static ScmIntegrationsGroup<BitbucketCloudIntegration> fromConfig(Config config) {
        return IntegrationConfigs.group(
                IntegrationConfigs.readAll(
                        config,
                        TYPE,
                        BitbucketCloudIntegrationConfig::read,
                        _ -> true,
                        BitbucketCloudIntegrationConfig.anonymous()),
                BitbucketCloudIntegration::new);
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
                ? WebUrl.parse(resolved).withHash("lines-" + lineNumber).toString()
                : resolved;
    }

    @Override
    public String resolveEditUrl(String url) {
        return WebUrl.parse(url)
                .withParameter("mode", "edit")
                .withParameter("at", GitUrl.parse(url).ref())
                .toString();
    }

    /**
     * Where a file is read.
     *
     * @throws IllegalArgumentException if the URL is not a file's
     */
    public String fileFetchUrl(String url) {
        return ScmFileUrls.checked(url, () -> {
            var git = GitUrl.parseSafe(url);
            var isFile = git.filepathType().equals("src") || git.filepathType().equals("raw");
            if (git.owner().isEmpty()
                    || git.name().isEmpty()
                    || !isFile
                    || git.ref().isEmpty()) {
                throw new IllegalArgumentException("Invalid Bitbucket Cloud URL or file path");
            }
            return repositoryUrl(git) + "/src/" + git.ref() + "/"
                    + git.filepath().replaceFirst("^/", "");
        });
    }

    /** The repository in the host's interface. */
    public String repositoryUrl(GitUrl git) {
        return config.apiBaseUrl() + "/repositories/" + git.owner() + "/" + git.name();
    }
}
