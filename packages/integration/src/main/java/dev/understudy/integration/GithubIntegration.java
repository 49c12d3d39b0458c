// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An integration with GitHub. Backstage counterpart of the same name. */
public record GithubIntegration(GithubIntegrationConfig config) implements ScmIntegration {
    private static final String TYPE = "github";
    private static final Pattern VIEW = Pattern.compile("//([^/]+)/([^/]+)/([^/]+)/(?:blob|tree|edit)/");
    private static final List<String> FILE_VIEWS = List.of("blob", "raw", "tree");

    static ScmIntegrationsGroup<GithubIntegration> fromConfig(Config config) {
        return IntegrationConfigs.group(
                IntegrationConfigs.readAll(
                        config,
                        TYPE,
                        GithubIntegrationConfig::read,
                        known -> known.host().equals(GithubIntegrationConfig.HOST),
                        GithubIntegrationConfig.anonymous()),
                GithubIntegration::new);
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
        return replaceView(ScmUrlResolver.resolve(url, base, lineNumber), "tree");
    }

    @Override
    public String resolveEditUrl(String url) {
        return replaceView(url, "edit");
    }

    private static String replaceView(String url, String view) {
        return VIEW.matcher(url).replaceFirst("//$1/$2/$3/" + view + "/");
    }

    /**
     * Where a file is read: in the host's interface if there are credentials or nowhere else to read.
     *
     * @throws IllegalArgumentException if the URL is not a file's
     */
    public String fileFetchUrl(String url, GithubCredentials credentials) {
        return ScmFileUrls.checked(url, () -> {
            var git = GitUrl.parseSafe(url);
            if (git.owner().isEmpty()
                    || git.name().isEmpty()
                    || git.ref().isEmpty()
                    || !FILE_VIEWS.contains(git.filepathType())) {
                throw new IllegalArgumentException("Invalid GitHub URL or file path");
            }
            var path = git.filepath().replaceFirst("^/", "");
            return apiForFiles(credentials)
                    .map(api -> api + "/repos/" + git.owner() + "/" + git.name() + "/contents/" + path + "?ref="
                            + git.ref())
                    .orElseGet(() -> config.rawBaseUrl().orElse("undefined") + "/" + git.owner() + "/" + git.name()
                            + "/" + git.ref() + "/" + path);
        });
    }

    private Optional<String> apiForFiles(GithubCredentials credentials) {
        return config.apiBaseUrl()
                .filter(_ ->
                        credentials.token().isPresent() || config.rawBaseUrl().isEmpty());
    }
}
