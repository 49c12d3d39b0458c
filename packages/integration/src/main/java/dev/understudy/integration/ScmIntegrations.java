// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All integrations. Immutable. Backstage counterpart of the same name, also for {@code ScmIntegrationRegistry}.
 */
public record ScmIntegrations(
        ScmIntegrationsGroup<AwsS3Integration> awsS3,
        ScmIntegrationsGroup<AwsCodeCommitIntegration> awsCodeCommit,
        ScmIntegrationsGroup<AzureBlobStorageIntegration> azureBlobStorage,
        ScmIntegrationsGroup<AzureIntegration> azure,
        ScmIntegrationsGroup<BitbucketCloudIntegration> bitbucketCloud,
        ScmIntegrationsGroup<BitbucketServerIntegration> bitbucketServer,
        ScmIntegrationsGroup<GerritIntegration> gerrit,
        ScmIntegrationsGroup<GithubIntegration> github,
        ScmIntegrationsGroup<GitLabIntegration> gitlab,
        ScmIntegrationsGroup<GiteaIntegration> gitea,
        ScmIntegrationsGroup<GoogleGcsIntegration> googleGcs,
        ScmIntegrationsGroup<HarnessIntegration> harness) {

    /**
     * Reads {@code integrations}, and adds the hosts that need no configuration.
     *
     * @throws dev.understudy.config.ConfigException if a host's section is incomplete or contradicts itself
     */
    public static ScmIntegrations fromConfig(Config config) {
        return new ScmIntegrations(
                AwsS3Integration.fromConfig(config),
                AwsCodeCommitIntegration.fromConfig(config),
                AzureBlobStorageIntegration.fromConfig(config),
                AzureIntegration.fromConfig(config),
                BitbucketCloudIntegration.fromConfig(config),
                BitbucketServerIntegration.fromConfig(config),
                GerritIntegration.fromConfig(config),
                GithubIntegration.fromConfig(config),
                GitLabIntegration.fromConfig(config),
                GiteaIntegration.fromConfig(config),
                GoogleGcsIntegration.fromConfig(config),
                HarnessIntegration.fromConfig(config));
    }

    /** All of them. */
    public List<ScmIntegration> list() {
        return groups().<ScmIntegration>flatMap(group -> group.list().stream()).toList();
    }

    /** The one for the host of a URL. */
    public Optional<ScmIntegration> byUrl(String url) {
        return WebUrl.tryParse(url).flatMap(parsed -> byHost(parsed.host()));
    }

    /** The one for a host, with a port where it is not the usual one. */
    public Optional<ScmIntegration> byHost(String host) {
        return groups().<ScmIntegration>flatMap(group -> group.byHost(host).stream())
                .findFirst();
    }

    /**
     * Follows a reference from a file, the way the file's host has it.
     *
     * @param lineNumber the line to point at, from 1; 0 for none
     * @throws IllegalArgumentException or {@link dev.understudy.errors.TypeException} if that leads nowhere
     */
    public String resolveUrl(String url, String base, int lineNumber) {
        return byUrl(base)
                .map(integration -> integration.resolveUrl(url, base, lineNumber))
                .orElseGet(() -> ScmUrlResolver.resolve(url, base, lineNumber));
    }

    /** {@link #resolveUrl(String, String, int)} without a line. */
    public String resolveUrl(String url, String base) {
        return resolveUrl(url, base, 0);
    }

    /**
     * Where a person edits a file; the URL itself where that is not known.
     *
     * @throws IllegalArgumentException or {@link dev.understudy.errors.TypeException} if the URL is not a file's
     */
    public String resolveEditUrl(String url) {
        return byUrl(url).map(integration -> integration.resolveEditUrl(url)).orElse(url);
    }

    private Stream<ScmIntegrationsGroup<? extends ScmIntegration>> groups() {
        return Stream.of(
                awsS3,
                awsCodeCommit,
                azureBlobStorage,
                azure,
                bitbucketCloud,
                bitbucketServer,
                gerrit,
                github,
                gitlab,
                gitea,
                googleGcs,
                harness);
    }
}
