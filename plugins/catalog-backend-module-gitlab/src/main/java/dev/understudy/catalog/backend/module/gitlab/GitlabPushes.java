// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.EntityProviderMutation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Follows what GitLab tells about pushes. */
record GitlabPushes(GitlabDiscovery discovery, EntityProviderConnection connection) {
    static final String TOPIC = "gitlab.push";

    void onEvent(EventParams params) throws IOException, InterruptedException {
        var event = params.payload();
        var pushed = GitlabProject.of(event.path("project"));
        var logger = discovery.logger();
        logger.info("Received push event for " + pushed.path());
        if (!discovery.hasCatalogFile(discovery.project(event.path("project_id").asLong(0)))) {
            logger.debug("Skipping event " + pushed.path());
            return;
        }
        var branch = discovery.config().branchOf(pushed.defaultBranch());
        var ref = event.path("ref").asString("");
        if (!ref.equals("refs/heads/" + branch)) {
            logger.debug("Skipping push event for " + pushed.path() + " targeting " + ref);
            return;
        }
        apply(pushed, branch, event.path("commits"));
    }

    private void apply(GitlabProject project, String branch, JsonNode commits) {
        var added = files(commits, "added");
        var removed = files(commits, "removed");
        var modified = files(commits, "modified");
        if (!added.isEmpty() || !removed.isEmpty()) {
            connection.applyMutation(EntityProviderMutation.delta(
                    discovery.entities(urls(project, "blob", branch, added)),
                    discovery.entities(urls(project, "blob", branch, removed)).stream()
                            .map(EntityProviderMutation.Removal::of)
                            .toList()));
        }
        if (!modified.isEmpty()) {
            var keys = new ArrayList<String>();
            for (var view : List.of("tree", "blob")) {
                urls(project, view, branch, modified).forEach(url -> keys.add("url:" + url));
            }
            connection.refresh(keys);
        }
        discovery
                .logger()
                .info("Processed GitLab push event from " + project.webUrl() + ": added " + added.size() + " - removed "
                        + removed.size() + " - modified " + modified.size());
    }

    private static List<String> urls(GitlabProject project, String view, String branch, List<String> files) {
        return files.stream()
                .map(file -> project.webUrl() + "/-/" + view + "/" + branch + "/" + file)
                .toList();
    }

    private List<String> files(JsonNode commits, String field) {
        var name = discovery.config().catalogFile();
        return StreamSupport.stream(commits.spliterator(), false)
                .flatMap(commit -> commit.path(field).valueStream())
                .map(path -> path.asString(""))
                .filter(path -> path.substring(path.lastIndexOf('/') + 1).equals(name))
                .toList();
    }
}
