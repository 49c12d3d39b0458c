// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.types.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Follows a list over its pages. Backstage counterpart: {@code queryWithPaging}. */
record GithubPages(GithubHttp http, GithubGraphqlClient client) {
    private static final int MAX_PAGES = 1000;

    /**
     * All nodes of a list.
     *
     * @param pointer where in the data the list is
     * @throws IllegalStateException if it is not there, because the organization is unknown for example
     */
    List<JsonNode> all(String query, Map<String, ?> variables, String pointer)
            throws IOException, InterruptedException {
        var nodes = new ArrayList<JsonNode>();
        var paged = new LinkedHashMap<String, Object>(variables);
        for (var count = 0; count < MAX_PAGES; count++) {
            var page = client.query(query, paged).at(pointer);
            if (!page.isObject()) {
                throw new IllegalStateException(
                        "Found no match for " + Json.mapper().writeValueAsString(variables));
            }
            page.path("nodes").valueStream().filter(JsonNode::isObject).forEach(nodes::add);
            if (!page.at("/pageInfo/hasNextPage").asBoolean(false)) {
                break;
            }
            http.pauseBetweenPages();
            paged.put("cursor", page.at("/pageInfo/endCursor").asString(""));
        }
        return nodes;
    }
}
