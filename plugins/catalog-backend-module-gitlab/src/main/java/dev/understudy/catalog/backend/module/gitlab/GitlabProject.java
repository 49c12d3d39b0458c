// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import tools.jackson.databind.JsonNode;

/**
 * A project.
 *
 * @param defaultBranch empty if there is none
 */
record GitlabProject(long id, String path, String webUrl, String defaultBranch, boolean isFork) {
    static GitlabProject of(JsonNode project) {
        return new GitlabProject(
                project.path("id").asLong(0),
                project.path("path_with_namespace").asString(""),
                project.path("web_url").asString(""),
                project.path("default_branch").asString(""),
                project.has("forked_from_project"));
    }
}
