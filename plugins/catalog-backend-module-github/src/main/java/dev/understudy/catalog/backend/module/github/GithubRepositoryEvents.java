// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.EntityProviderMutation;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Follows what GitHub tells about pushes and repositories. */
record GithubRepositoryEvents(
        GithubEntityProviderConfig config,
        GithubClients clients,
        GithubCatalogFiles files,
        EntityProviderConnection connection,
        LoggerService logger) {
    private static final String PUSH = "github.push";
    private static final String REPOSITORY = "github.repository";

    static final List<String> TOPICS = List.of(PUSH, REPOSITORY);

    static List<String> organizations(GithubEntityProviderConfig config, GithubClients clients)
            throws IOException, InterruptedException {
        return config.organization().isPresent()
                ? List.of(config.organization().get())
                : clients.organizations(config.app());
    }

    void onEvent(EventParams params) throws IOException, InterruptedException {
        logger.debug("Received event for topic " + params.topic());
        switch (params.topic()) {
            case PUSH -> onPush(params.payload());
            case REPOSITORY -> onRepositoryChange(params.payload());
            default -> logger.warn("Missing implementation for event of topic " + params.topic());
        }
    }

    private boolean concerns(JsonNode event, String kind) throws IOException, InterruptedException {
        var login = event.at("/organization/login").asString("");
        var known = !login.isEmpty() && organizations(config, clients).stream().anyMatch(login::equalsIgnoreCase);
        if (!known) {
            logger.debug("skipping " + kind + " event from organization " + (login.isEmpty() ? "undefined" : login));
        }
        return known;
    }

    private void onPush(JsonNode event) throws IOException, InterruptedException {
        if (!concerns(event, "push")) {
            return;
        }
        var repository = GithubRepository.ofEvent(event);
        logger.debug("handle github:push event for " + repository.name() + " - " + repository.url());
        var branch = config.filter().branch().or(repository::defaultBranch).orElse("undefined");
        var ref = event.path("ref").asString("");
        if (!ref.equals("refs/heads/" + branch)) {
            logger.debug("skipping push event from ref " + ref);
        } else if (!config.filter().accepts(repository)) {
            logger.debug("skipping push event from repository " + repository.name()
                    + " because didn't match provider filters");
        } else {
            apply(event.path("commits"), repository.url(), branch);
        }
    }

    private void apply(JsonNode commits, String url, String branch) {
        var added = files.of(url, branch, files.paths(commits, "added"));
        var removed = files.of(url, branch, files.paths(commits, "removed"));
        var modified = files.paths(commits, "modified");
        if (!modified.isEmpty()) {
            connection.refresh(refreshKeys(url, branch, modified));
        }
        if (!added.isEmpty() || !removed.isEmpty()) {
            connection.applyMutation(EntityProviderMutation.delta(
                    added,
                    removed.stream().map(EntityProviderMutation.Removal::of).toList()));
        }
        logger.info("Processed Github push event: added " + added.size() + " - removed " + removed.size()
                + " - modified " + modified.size());
    }

    private LinkedHashSet<String> refreshKeys(String url, String branch, List<String> paths) {
        var keys = new LinkedHashSet<String>();
        paths.forEach(path -> keys.add("url:" + url + "/tree/" + branch + "/" + path));
        paths.forEach(path -> keys.add("url:" + url + "/blob/" + branch + "/" + path));
        keys.add("url:" + url + "/tree/" + branch + "/" + config.relativeCatalogPath());
        return keys;
    }

    private void onRepositoryChange(JsonNode event) throws IOException, InterruptedException {
        if (!concerns(event, "repository")) {
            return;
        }
        var repository = GithubRepository.ofEvent(event);
        var action = event.path("action").asString("");
        switch (action) {
            case "archived" -> onArchived(repository);
            case "deleted" -> remove(repository, "deleted");
            case "edited" -> onEdited(repository);
            case "renamed" -> {
                remove(repository.named(
                        event.at("/changes/repository/name/from").asString("")));
                add(repository, action);
            }
            case "transferred", "unarchived" -> add(repository, action);
            case "created", "privatized", "publicized" -> {}
            default -> logger.warn("Missing implementation for event of topic repository with action " + action);
        }
    }

    private void onArchived(GithubRepository repository) {
        if (!config.filter().allowArchived()) {
            remove(repository, "archived");
        }
    }

    private void onEdited(GithubRepository repository) {
        if (!config.filter().accepts(repository)) {
            remove(repository);
        }
    }

    private void remove(GithubRepository repository, String why) {
        remove(repository);
        logger.debug("Removed entities for " + why + " repository " + repository.name());
    }

    private void remove(GithubRepository repository) {
        var removal = EntityProviderMutation.Removal.of(files.of(repository));
        connection.applyMutation(EntityProviderMutation.delta(List.of(), List.of(removal)));
    }

    private void add(GithubRepository repository, String action) throws IOException, InterruptedException {
        if (!config.filter().accepts(repository)) {
            logger.debug("skipping repository " + action + " event for repository " + repository.name()
                    + " because it didn't match provider filters");
        } else if (!config.validateLocationsExist() || hasCatalogFile(repository)) {
            connection.applyMutation(EntityProviderMutation.delta(List.of(files.of(repository)), List.of()));
        }
    }

    private boolean hasCatalogFile(GithubRepository repository) throws IOException, InterruptedException {
        return clients.queries(repository.organization(), config.pageSizes())
                .repository(
                        repository.name(), config.catalogPath(), config.filter().branch())
                .filter(GithubRepository::hasCatalogFile)
                .isPresent();
    }
}
