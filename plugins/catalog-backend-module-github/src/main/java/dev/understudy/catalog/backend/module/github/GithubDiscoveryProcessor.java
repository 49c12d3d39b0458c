// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorEmit;
import dev.understudy.catalog.node.CatalogProcessorParser;
import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.config.Config;
import dev.understudy.integration.ScmIntegrations;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads locations of type {@code github-discovery}: an organization, a pattern for its repositories, and a path in them.
 * A provider serves better. Backstage counterpart of the same name.
 */
public final class GithubDiscoveryProcessor implements CatalogProcessor {
    private final GithubHosts hosts;
    private final LoggerService logger;

    GithubDiscoveryProcessor(GithubHosts hosts, LoggerService logger) {
        this.hosts = hosts;
        this.logger = logger;
    }

    /** For all configured hosts. */
    public static GithubDiscoveryProcessor fromConfig(Config config, LoggerService logger) {
        return new GithubDiscoveryProcessor(
                GithubHosts.create(GithubHttp.create(logger), ScmIntegrations.fromConfig(config)), logger);
    }

    @Override
    public String name() {
        return "GithubDiscoveryProcessor";
    }

    @Override
    public boolean readLocation(
            LocationSpec location,
            boolean optional,
            CatalogProcessorEmit emit,
            CatalogProcessorParser parser,
            CatalogProcessorCache cache)
            throws IOException, InterruptedException {
        if (!location.type().equals("github-discovery")) {
            return false;
        }
        var clients = hosts.ofLocation(location.target());
        var target = DiscoveryTarget.parse(location.target());
        var start = System.nanoTime();
        logger.info("Reading GitHub repositories from " + location.target());
        var repositories = clients.queries(target.organization(), GithubPageSizes.DEFAULT)
                .repositories(target.catalogPath(), Optional.empty());
        var matching = repositories.stream()
                .filter(repository -> !repository.isArchived()
                        && target.repositories().matcher(repository.name()).matches())
                .toList();
        logger.debug("Read " + repositories.size() + " GitHub repositories (" + matching.size()
                + " matching the pattern) in "
                + String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9) + " seconds");
        matching.forEach(repository -> emit(repository, target, emit));
        return true;
    }

    private void emit(GithubRepository repository, DiscoveryTarget target, CatalogProcessorEmit emit) {
        target.branch()
                .or(repository::defaultBranch)
                .ifPresentOrElse(
                        branch -> emit.emit(CatalogProcessorResult.location(new LocationSpec(
                                "url",
                                repository.url() + "/blob/" + branch + target.catalogPath(),
                                Optional.of(LocationSpec.Presence.OPTIONAL)))),
                        () -> logger.info(
                                "the repository " + repository.url() + " does not have a default branch, skipping"));
    }
}
