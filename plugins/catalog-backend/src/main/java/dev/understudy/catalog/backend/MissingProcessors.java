// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.catalog.node.CatalogProcessor;
import dev.understudy.config.Config;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds settings that want a processor which is not there, so that they do not go unnoticed. */
final class MissingProcessors {
    private static final String SKIP_CHECK = "BACKSTAGE_CATALOG_SKIP_MISSING_PROCESSORS_CHECK";
    private static final String DOCUMENTATION = "https://backstage.io/docs/integrations";
    private static final Map<String, Processor> BY_LOCATION_TYPE = new TreeMap<>(Map.of(
            "aws-cloud-accounts", new Processor("AwsOrganizationCloudAccountProcessor", ""),
            "s3-discovery", new Processor("AwsS3DiscoveryProcessor", "/aws-s3/discovery"),
            "azure-discovery", new Processor("AzureDevOpsDiscoveryProcessor", "/azure/discovery"),
            "bitbucket-discovery", new Processor("BitbucketDiscoveryProcessor", "/bitbucket/discovery"),
            "github-discovery", new Processor("GithubDiscoveryProcessor", "/github/discovery"),
            "github-org", new Processor("GithubOrgReaderProcessor", "/github/org"),
            "gitlab-discovery", new Processor("GitLabDiscoveryProcessor", "/gitlab/discovery"),
            "ldap-org", new Processor("LdapOrgReaderProcessor", "/ldap/org"),
            "microsoft-graph-org", new Processor("MicrosoftGraphOrgReaderProcessor", "/azure/org")));
    private static final Map<String, String> DEPRECATED =
            Map.of("github", "github", "gitlabApi", "gitlab", "bitbucketApi", "bitbucket", "azureApi", "azure");

    private MissingProcessors() {}

    private record Processor(String name, String documentation) {}

    static void rejectDeprecatedSettings(Config config) {
        config.optionalConfig("catalog.processors").ifPresent(section -> {
            for (var key : List.of("github", "gitlabApi", "bitbucketApi", "azureApi")) {
                if (section.has(key)) {
                    throw new IllegalArgumentException("Using deprecated configuration for catalog.processors." + key
                            + ", move to using integrations." + DEPRECATED.get(key) + " instead");
                }
            }
        });
    }

    static void reject(Config config, List<CatalogProcessor> processors) {
        var skip = System.getenv(SKIP_CHECK);
        if (skip != null && !skip.isEmpty()) {
            return;
        }
        var types = config.optionalConfigArray("catalog.locations").orElse(List.of()).stream()
                .map(location -> location.string("type"))
                .collect(Collectors.toSet());
        var names = processors.stream().map(CatalogProcessor::name).collect(Collectors.toSet());
        BY_LOCATION_TYPE.forEach((type, processor) -> {
            if (types.contains(type) && !names.contains(processor.name())) {
                throw new IllegalArgumentException(message(type, processor));
            }
        });
    }

    private static String message(String type, Processor processor) {
        return "Your config contains a \"catalog.locations\" entry of type " + type
                + ", but does not have the corresponding catalog processor " + processor.name() + " installed."
                + " This processor used to be built into the catalog itself, but is now moved to an external module that"
                + " has to be installed manually. Please follow the installation instructions at " + DOCUMENTATION
                + processor.documentation() + " if you are using this ability, or remove the location from your app"
                + " config if you do not. You can also silence this check entirely by setting the environment variable "
                + SKIP_CHECK + " to 'true'.";
    }
}
