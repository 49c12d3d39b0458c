// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.ingestion;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.common.AnalyzeLocationRequest;
import dev.understudy.catalog.common.AnalyzeLocationResponse;
import dev.understudy.catalog.common.AnalyzeLocationResponse.ExistingEntity;
import dev.understudy.catalog.common.AnalyzeLocationResponse.GenerateEntity;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.LocationAnalyzer;
import dev.understudy.catalog.node.ScmLocationAnalyzer;
import dev.understudy.errors.InputException;
import dev.understudy.integration.GitUrl;
import dev.understudy.integration.ScmIntegration;
import dev.understudy.integration.ScmIntegrations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Finds the entities of a repository, or suggests a first one. Backstage counterpart of the same name.
 *
 * @param analyzers those that know how to look into repositories
 */
public record RepoLocationAnalyzer(
        LoggerService logger, ScmIntegrations integrations, List<ScmLocationAnalyzer> analyzers)
        implements LocationAnalyzer {
    private static final Map<String, String> ANNOTATION_PREFIXES = Map.of(
            "azure", "dev.azure.com",
            "bitbucket", "bitbucket.org",
            "github", "github.com",
            "gitlab", "gitlab.com");

    public RepoLocationAnalyzer {
        analyzers = List.copyOf(analyzers);
    }

    @Override
    public AnalyzeLocationResponse analyzeLocation(AnalyzeLocationRequest request, BackstageCredentials credentials)
            throws Exception {
        var target = request.location().target();
        var repository = parse(target);
        var existing = existing(target);
        if (!existing.isEmpty()) {
            logger.debug("entity for " + target + " already exists.");
            return new AnalyzeLocationResponse(existing, List.of());
        }
        logger.debug("entity created for " + target);
        return new AnalyzeLocationResponse(
                List.of(), List.of(new GenerateEntity(suggestion(target, repository), List.of())));
    }

    private static GitUrl parse(String target) {
        try {
            return GitUrl.parse(target);
        } catch (IllegalArgumentException _) {
            throw new InputException("The given location.target is not a URL");
        }
    }

    private List<ExistingEntity> existing(String target) throws Exception {
        for (var analyzer : analyzers) {
            if (analyzer.supports(target)) {
                return analyzer.analyze(target, Optional.empty());
            }
        }
        return List.of();
    }

    private Entity suggestion(String target, GitUrl repository) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", "Component");
        var metadata = json.putObject("metadata").put("name", repository.name());
        json.putObject("spec").put("type", "other").put("lifecycle", "unknown");
        integrations
                .byUrl(target)
                .map(ScmIntegration::type)
                .map(ANNOTATION_PREFIXES::get)
                .ifPresent(prefix -> metadata.putObject("annotations")
                        .put(prefix + "/project-slug", repository.owner() + "/" + repository.name()));
        return new Entity(json);
    }
}
