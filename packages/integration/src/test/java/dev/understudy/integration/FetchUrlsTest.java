// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.ConfigReader;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Where the hosts' interfaces have their files. */
final class FetchUrlsTest {
    private static final ScmIntegrations INTEGRATIONS = ScmIntegrations.fromConfig(
            ConfigReader.fromData(ReferenceAnswers.read("resolve.json").get("registry")));
    private static final GerritIntegrationConfig GERRIT =
            INTEGRATIONS.gerrit().byHost("gerrit.example.com").orElseThrow().config();
    private static final GerritIntegrationConfig GERRIT_AUTHED = gerrit("https://gerrit.example.com/gitiles");
    private static final GerritIntegrationConfig GERRIT_ELSEWHERE = gerrit("https://gitiles.example.com");

    private static GerritIntegrationConfig gerrit(String gitilesBaseUrl) {
        return new GerritIntegrationConfig(
                GERRIT.host(),
                GERRIT.baseUrl(),
                GERRIT.cloneUrl(),
                Optional.empty(),
                gitilesBaseUrl,
                Optional.of("u"),
                Optional.of(Secret.of("p")),
                Optional.empty());
    }

    @Test
    void areWhereTheReferenceLooks() {
        SoftAssertions.assertSoftly(softly -> {
            for (var row : ReferenceAnswers.rows(ReferenceAnswers.read("fetch-urls.json"))) {
                var call = row.get("call").asString();
                var url = row.get("url").asString();
                softly.assertThat(ReferenceAnswers.outcome(() -> fetchUrl(call, url)))
                        .as("%s %s", call, url)
                        // JavaScript has a type of its own for malformed escapes
                        .isEqualTo(ReferenceAnswers.expected(row).replace("URIError", "Error"));
            }
        });
    }

    private static String fetchUrl(String call, String url) {
        return switch (call) {
            case "githubRaw" -> github("github.com", url, Optional.empty());
            case "githubApi" -> github("github.com", url, Optional.of(Secret.of("t")));
            case "gheApi" -> github("ghe.example.com", url, Optional.empty());
            case "bitbucketCloud" ->
                INTEGRATIONS.bitbucketCloud().list().getFirst().fileFetchUrl(url);
            case "bitbucketServer" ->
                INTEGRATIONS.bitbucketServer().list().getFirst().fileFetchUrl(url);
            case "azureFile" -> AzureUrl.parse(url).fileUrl();
            case "azureArchive" -> AzureUrl.parse(url).archiveUrl();
            case "azureCommits" -> AzureUrl.parse(url).commitsUrl();
            case "gerritFile" -> GitilesUrl.parse(GERRIT, url).fileUrl(GERRIT);
            case "gerritFileAuthed" -> GitilesUrl.parse(GERRIT_AUTHED, url).fileUrl(GERRIT_AUTHED);
            case "gerritArchiveAuthed" -> GitilesUrl.parse(GERRIT_AUTHED, url).archiveUrl(GERRIT_AUTHED);
            case "gerritArchiveElsewhere" ->
                GitilesUrl.parse(GERRIT_ELSEWHERE, url).archiveUrl(GERRIT_ELSEWHERE);
            case "gerritBranch" -> GitilesUrl.parse(GERRIT_AUTHED, url).branchUrl(GERRIT_AUTHED);
            case "gerritBasePath" -> GitilesUrl.parse(GERRIT_AUTHED, url).basePath();
            case "giteaFile" -> gitea(url).fileUrl();
            case "giteaArchive" -> gitea(url).archiveUrl();
            case "giteaCommit" -> gitea(url).latestCommitUrl();
            case "harnessFile" -> harness(url).fileUrl();
            case "harnessArchive" -> harness(url).archiveUrl();
            case "harnessCommit" -> harness(url).latestCommitUrl();
            case "gitlabFile" -> gitlab("gitlab.com", url);
            case "glFile" -> gitlab("gl.example.com", url);
            default -> throw new AssertionError(call);
        };
    }

    private static String github(String host, String url, Optional<Secret> token) {
        return INTEGRATIONS.github().byHost(host).orElseThrow().fileFetchUrl(url, GithubCredentials.ofToken(token));
    }

    private static String gitlab(String host, String url) {
        return INTEGRATIONS.gitlab().byHost(host).orElseThrow().fileFetchUrl(url);
    }

    private static GiteaUrl gitea(String url) {
        return GiteaUrl.parse(INTEGRATIONS.gitea().list().getFirst().config(), url);
    }

    private static HarnessUrl harness(String url) {
        return HarnessUrl.parse(INTEGRATIONS.harness().list().getFirst().config(), url);
    }
}
