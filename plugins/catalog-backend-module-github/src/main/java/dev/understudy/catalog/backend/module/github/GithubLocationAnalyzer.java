// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.common.AnalyzeLocationResponse.ExistingEntity;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.node.ScmLocationAnalyzer;
import dev.understudy.errors.ErrorNames;
import dev.understudy.integration.GitUrl;
import dev.understudy.integration.Secret;
import dev.understudy.integration.UriComponents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds the catalog files of a repository with GitHub's search. Backstage counterpart of the same name. */
final class GithubLocationAnalyzer implements ScmLocationAnalyzer {
    private final GithubHosts hosts;
    private final LocationDryRun dryRun;

    GithubLocationAnalyzer(GithubHosts hosts, LocationDryRun dryRun) {
        this.hosts = hosts;
        this.dryRun = dryRun;
    }

    @Override
    public boolean supports(String url) {
        return hosts.byUrl(url).isPresent();
    }

    @Override
    public List<ExistingEntity> analyze(String url, Optional<String> catalogFilename)
            throws IOException, InterruptedException {
        var git = GitUrl.parse(url);
        var clients = hosts.byUrl(url)
                .orElseThrow(() -> new IllegalStateException("Make sure you have a GitHub integration configured"));
        var token = clients.credentials().credentials(url).token();
        var found = search(clients, token, git, catalogFilename.orElse("catalog-info.yaml"));
        if (found.path("total_count").asInt(0) == 0) {
            return List.of();
        }
        var repository = "/repos/" + UriComponents.encode(git.owner()) + "/" + UriComponents.encode(git.name());
        var branch = get(clients, token, repository, "Couldn't fetch repo data, ")
                .path("default_branch")
                .asString("");
        var entities = new ArrayList<ExistingEntity>();
        for (var item : found.path("items")) {
            var target = url.replaceFirst("/+$", "") + "/blob/" + branch + "/"
                    + item.path("path").asString("");
            entities.addAll(dryRun.run(new LocationSpec("url", target)));
        }
        return entities;
    }

    private static JsonNode search(GithubClients clients, Optional<Secret> token, GitUrl git, String filename)
            throws IOException, InterruptedException {
        var dot = filename.lastIndexOf('.');
        var extension = dot > 0 ? "extension:" + filename.substring(dot + 1) : "";
        var query = "filename:" + filename + " " + extension + " repo:" + git.owner() + "/" + git.name();
        return get(
                clients,
                token,
                "/search/code?q=" + UriComponents.encode(query),
                "Couldn't search repository for metadata file, ");
    }

    private static JsonNode get(GithubClients clients, Optional<Secret> token, String path, String failure)
            throws IOException, InterruptedException {
        try {
            return clients.get(path, token, Map.of()).body();
        } catch (IOException | GithubHttpException refused) {
            throw new IllegalStateException(failure + ErrorNames.describe(refused), refused);
        }
    }
}
