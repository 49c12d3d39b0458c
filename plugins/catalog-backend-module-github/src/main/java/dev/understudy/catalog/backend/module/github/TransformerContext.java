// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

/**
 * What a transformer has to work with. Backstage counterpart of the same name.
 *
 * @param client asks for more
 * @param query the query that brought the item; empty if an event did
 * @param organization the name of the organization
 */
public record TransformerContext(GithubGraphqlClient client, String query, String organization) {}
