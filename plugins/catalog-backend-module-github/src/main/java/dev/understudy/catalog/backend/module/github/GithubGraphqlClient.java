// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Asks GitHub's GraphQL interface with the credentials for one organization. Thread-safe. */
@FunctionalInterface
public interface GithubGraphqlClient {
    /**
     * Runs a query.
     *
     * @param variables values that Jackson can write
     * @return the data
     * @throws dev.understudy.errors.BackendException if GitHub refuses
     */
    JsonNode query(String query, Map<String, ?> variables) throws IOException, InterruptedException;
}
