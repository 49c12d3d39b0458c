// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import dev.understudy.config.ConfigException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An Azure DevOps host. Backstage counterpart of the same name. */
public record AzureIntegrationConfig(
        String host, Optional<List<AzureDevOpsCredential>> credentials, Optional<Secret> commitSigningKey) {
    static final String HOST = "dev.azure.com";

    static AzureIntegrationConfig cloud() {
        return new AzureIntegrationConfig(HOST, Optional.empty(), Optional.empty());
    }

    static AzureIntegrationConfig read(Config config) {
        if (config.has("credential") || config.has("token")) {
            throw new ConfigException("Invalid Azure integration config, 'credential' and 'token' have been removed."
                    + " Use 'credentials' instead.");
        }
        var host = IntegrationConfigs.validHost(config.optionalString("host").orElse(HOST), "Azure");
        var credentials = config.optionalConfigArray("credentials").map(sections -> credentials(sections, host));
        return new AzureIntegrationConfig(host, credentials, Secret.read(config, "commitSigningKey"));
    }

    private static List<AzureDevOpsCredential> credentials(List<Config> sections, String host) {
        var problems = new ArrayList<String>();
        var credentials = new ArrayList<AzureDevOpsCredential>();
        for (var at = 0; at < sections.size(); at++) {
            var credential = AzureDevOpsCredential.read(sections.get(at));
            credential.ifPresent(credentials::add);
            if (credential.isEmpty()) {
                problems.add("credential at position " + (at + 1) + " is not a valid credential");
            }
        }
        problems.addAll(repeatedOrganizations(sections));
        var prefix = "Invalid Azure integration config for " + host;
        if (!problems.isEmpty()) {
            throw new ConfigException(prefix + ": " + String.join("; ", problems));
        }
        if (!host.equals(HOST)
                && !credentials.stream().allMatch(AzureDevOpsCredential.PersonalAccessToken.class::isInstance)) {
            throw new ConfigException(
                    prefix + ", only personal access tokens can be used with hosts other than " + HOST);
        }
        if (credentials.stream().filter(AzureIntegrationConfig::isForAll).count() > 1) {
            throw new ConfigException(prefix + ", you cannot specify multiple credentials without organizations");
        }
        return List.copyOf(credentials);
    }

    private static boolean isForAll(AzureDevOpsCredential credential) {
        return credential.organizations().orElse(List.of()).isEmpty();
    }

    private static List<String> repeatedOrganizations(List<Config> sections) {
        var positions = new LinkedHashMap<String, List<Integer>>();
        // positions count only the credentials that name organizations, as in the reference
        var position = 0;
        for (var section : sections) {
            var organizations = section.optionalStringArray("organizations").orElse(List.of());
            if (!organizations.isEmpty()) {
                position++;
                for (var organization : organizations) {
                    positions
                            .computeIfAbsent(organization, _ -> new ArrayList<>())
                            .add(position);
                }
            }
        }
        return positions.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "organization " + entry.getKey()
                        + " is specified multiple times in credentials at positions " + listed(entry.getValue()))
                .toList();
    }

    private static String listed(List<Integer> positions) {
        var all = positions.stream().map(String::valueOf).collect(Collectors.toCollection(ArrayList::new));
        var last = all.removeLast();
        return String.join(", ", all) + " and " + last;
    }
}
