// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

/**
 * One host or store that the configuration lists, or that is known without. Immutable, but for caches. Backstage
 * counterpart: {@code ScmIntegration}.
 */
public sealed interface ScmIntegration
        permits AwsCodeCommitIntegration,
                AwsS3Integration,
                AzureBlobStorageIntegration,
                AzureIntegration,
                BitbucketCloudIntegration,
                BitbucketServerIntegration,
                GerritIntegration,
                GiteaIntegration,
                GithubIntegration,
                GitLabIntegration,
                GoogleGcsIntegration,
                HarnessIntegration {

    /** The key under {@code integrations}, such as {@code github}. */
    String type();

    /** The host, with a port where it has one. */
    String host();

    /** What to call it; its host. */
    default String title() {
        return host();
    }

    /**
     * Follows a reference from a file: relative to its folder, or with a leading slash to the root of its repository.
     *
     * @param lineNumber the line to point at, from 1; 0 for none
     * @throws IllegalArgumentException or {@link dev.understudy.errors.TypeException} if that leads nowhere
     */
    default String resolveUrl(String url, String base, int lineNumber) {
        return ScmUrlResolver.resolve(url, base, lineNumber);
    }

    /** {@link #resolveUrl(String, String, int)} without a line. */
    default String resolveUrl(String url, String base) {
        return resolveUrl(url, base, 0);
    }

    /**
     * Where a person edits a file.
     *
     * @throws IllegalArgumentException or {@link dev.understudy.errors.TypeException} if the URL is not a file's
     */
    String resolveEditUrl(String url);
}
