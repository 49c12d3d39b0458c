// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.TaskFrequency;
import dev.understudy.backend.plugin.api.service.TaskSchedule;
import dev.understudy.config.Config;
import dev.understudy.types.HumanDuration;
import java.util.List;
import java.util.Optional;

/**
 * One section of {@code catalog.providers.github}.
 *
 * @param organization whose repositories are read; without it, all that have installed the app
 */
record GithubEntityProviderConfig(
        String id,
        String catalogPath,
        Optional<String> organization,
        Optional<Long> app,
        String host,
        GithubRepositoryFilter filter,
        TaskSchedule schedule,
        boolean validateLocationsExist,
        GithubPageSizes pageSizes) {
    private static final String FAILURE = "Error while processing GitHub provider config. ";
    private static final TaskSchedule EVERY_THREE_HOURS =
            TaskSchedule.of(TaskFrequency.every("PT3H"), HumanDuration.parse("PT1H"));

    /** Reads one provider or several by their ids. */
    static List<GithubEntityProviderConfig> readAll(Config config) {
        var section = config.optionalConfig("catalog.providers.github");
        if (section.isEmpty()) {
            return List.of();
        }
        if (section.get().has("organization") || section.get().has("app")) {
            return List.of(read("default", section.get()));
        }
        return section.get().keys().stream()
                .map(id -> read(id, section.get().config(id)))
                .toList();
    }

    private static GithubEntityProviderConfig read(String id, Config config) {
        var organization = config.optionalString("organization");
        var app = config.optionalNumber("app").map(Double::longValue);
        if (organization.isEmpty() && app.isEmpty()) {
            throw new IllegalArgumentException(FAILURE + "Either organization or app must be specified.");
        }
        var catalogPath = config.optionalString("catalogPath").orElse("/catalog-info.yaml");
        var validate = config.optionalBool("validateLocationsExist").orElse(false);
        if (validate && catalogPath.contains("*")) {
            throw new IllegalArgumentException(
                    FAILURE + "The catalog path " + catalogPath + " contains a wildcard, which"
                            + " is incompatible with validation of locations existing before emitting them. Ensure that"
                            + " validateLocationsExist is set to false.");
        }
        var filter = GithubRepositoryFilter.fromConfig(config);
        if (filter.branch().filter(branch -> branch.contains("/")).isPresent()) {
            throw new IllegalArgumentException(FAILURE + "Slash characters (/) are not allowed in filters.branch");
        }
        return new GithubEntityProviderConfig(
                id,
                catalogPath,
                organization,
                app,
                config.optionalString("host").orElse("github.com"),
                filter,
                config.optionalConfig("schedule").map(TaskSchedule::fromConfig).orElse(EVERY_THREE_HOURS),
                validate,
                GithubPageSizes.fromConfig(config));
    }

    /** The path of catalog files, relative to the root of a repository. */
    String relativeCatalogPath() {
        return catalogPath.startsWith("/") ? catalogPath.substring(1) : catalogPath;
    }
}
