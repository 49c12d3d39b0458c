// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;

/** Knows how to authenticate at GitHub. Thread-safe. Backstage counterpart of the same name. */
public interface GithubCredentialsProvider {
    /**
     * The credentials for an owner or a repository. A token is good for at least 10 minutes.
     *
     * @throws IllegalArgumentException if there is no integration for the URL's host
     */
    GithubCredentials credentials(String url) throws IOException, InterruptedException;
}
