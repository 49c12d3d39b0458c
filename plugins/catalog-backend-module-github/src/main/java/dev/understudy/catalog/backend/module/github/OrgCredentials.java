// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.NotFoundException;
import dev.understudy.integration.GithubCredentials;
import java.io.IOException;

/** Insists on credentials of organizations: without them, an organization would seem to be empty. */
record OrgCredentials(GithubClients clients, LoggerService logger) {
    private static final String TROUBLESHOOTING =
            "See https://backstage.io/docs/integrations/github/github-apps/#troubleshooting for more information.";

    GithubCredentials require(String name) throws IOException, InterruptedException {
        try {
            var credentials = clients.credentialsOf(name);
            if (credentials.token().isEmpty()) {
                warnOfMissing(name);
                throw new IllegalStateException("No GitHub credentials available for org '" + name
                        + "'. Aborting ingestion to prevent silent deletion of existing entities. " + TROUBLESHOOTING);
            }
            return credentials;
        } catch (NotFoundException notInstalled) {
            warnOfMissing(name);
            throw notInstalled;
        }
    }

    private void warnOfMissing(String name) {
        logger.warn("No GitHub credentials available for org '" + name
                + "'. This can happen if the GitHub App isn't installed for the org and no fallback token is"
                + " configured. If you do not have the Organization Owner role you may not be able to install the"
                + " GitHub App. " + TROUBLESHOOTING);
    }
}
