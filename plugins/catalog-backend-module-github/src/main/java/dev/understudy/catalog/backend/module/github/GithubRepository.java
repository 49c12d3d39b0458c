// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A repository.
 *
 * @param hasCatalogFile whether there is a catalog file that is not empty
 */
record GithubRepository(
        String name,
        String url,
        String organization,
        List<String> topics,
        boolean isArchived,
        boolean isFork,
        Optional<String> defaultBranch,
        String visibility,
        boolean hasCatalogFile) {

    static GithubRepository ofNode(JsonNode node, String organization) {
        var file = node.path("catalogInfoFile");
        return new GithubRepository(
                node.path("name").asString(""),
                node.path("url").asString(""),
                organization,
                node.at("/repositoryTopics/nodes")
                        .valueStream()
                        .map(topic -> topic.at("/topic/name").asString(""))
                        .toList(),
                node.path("isArchived").asBoolean(false),
                node.path("isFork").asBoolean(false),
                GithubUser.text(node.path("defaultBranchRef"), "name"),
                node.path("visibility").asString(""),
                file.path("__typename").asString("").equals("Blob")
                        && !(file.path("text").isString()
                                && file.path("text").stringValue().isEmpty()));
    }

    static GithubRepository ofEvent(JsonNode event) {
        var repository = event.path("repository");
        return new GithubRepository(
                repository.path("name").asString(""),
                repository.path("html_url").asString(""),
                repository.at("/owner/login").asString(""),
                repository
                        .path("topics")
                        .valueStream()
                        .map(topic -> topic.asString(""))
                        .toList(),
                repository.path("archived").asBoolean(false),
                repository.path("fork").asBoolean(false),
                GithubUser.text(repository, "default_branch"),
                repository.path("visibility").asString(""),
                true);
    }

    /** The same repository by the name it had before. */
    GithubRepository named(String oldName) {
        return new GithubRepository(
                oldName,
                url.substring(0, url.lastIndexOf('/') + 1) + oldName,
                organization,
                topics,
                isArchived,
                isFork,
                defaultBranch,
                visibility,
                hasCatalogFile);
    }
}
