// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.LocationEntities;
import dev.understudy.types.GlobPattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The catalog files of repositories, and the entities that stand for them. */
record GithubCatalogFiles(String providerName, GithubEntityProviderConfig config) {
    /** The entity for the catalog file of a repository. */
    DeferredEntity of(GithubRepository repository) {
        var branch = config.filter().branch().or(repository::defaultBranch).orElse("-");
        return at(repository.url() + "/blob/" + branch + "/" + config.relativeCatalogPath());
    }

    private DeferredEntity at(String url) {
        var location = new LocationSpec("url", url, Optional.of(LocationSpec.Presence.OPTIONAL));
        return DeferredEntity.of(LocationEntities.create(location), providerName);
    }

    /** The catalog files that commits list under a name such as {@code added}. */
    List<String> paths(JsonNode commits, String field) {
        var pattern = GlobPattern.of(config.relativeCatalogPath());
        return StreamSupport.stream(commits.spliterator(), false)
                .flatMap(commit -> commit.path(field).valueStream())
                .map(path -> path.asString(""))
                .filter(pattern::matches)
                .toList();
    }

    /** The entities for files on a branch. */
    List<DeferredEntity> of(String repositoryUrl, String branch, List<String> paths) {
        return paths.stream()
                .map(path -> at(repositoryUrl + "/blob/" + branch + "/" + path))
                .toList();
    }
}
