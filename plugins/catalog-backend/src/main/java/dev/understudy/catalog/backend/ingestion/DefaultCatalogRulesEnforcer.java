// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.ingestion;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Enforces {@code catalog.rules} and the rules of {@code catalog.locations}. Immutable. Backstage counterpart of the same
 * name.
 */
public final class DefaultCatalogRulesEnforcer implements CatalogRulesEnforcer {
    private static final List<CatalogRule> DEFAULT_RULES = List.of(new CatalogRule(
            List.of(EntityMatcher.ofKind("Component"), EntityMatcher.ofKind("API"), EntityMatcher.ofKind("Location")),
            Optional.empty()));

    private final List<CatalogRule> rules;

    private DefaultCatalogRulesEnforcer(List<CatalogRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads the rules; without any, components, APIs and locations may come from everywhere.
     *
     * @throws IllegalArgumentException if a rule's location has both {@code exact} and {@code pattern}
     */
    public static DefaultCatalogRulesEnforcer fromConfig(Config config) {
        var rules = new ArrayList<CatalogRule>();
        config.optionalConfigArray("catalog.rules")
                .ifPresentOrElse(
                        sections -> sections.forEach(section -> rules.add(CatalogRule.fromConfig(section))),
                        () -> rules.addAll(DEFAULT_RULES));
        config.optionalConfigArray("catalog.locations")
                .ifPresent(locations -> locations.forEach(location -> rules.addAll(rulesOf(location))));
        return new DefaultCatalogRulesEnforcer(rules);
    }

    private static List<CatalogRule> rulesOf(Config location) {
        if (!location.has("rules")) {
            return List.of();
        }
        var type = location.string("type");
        var target = location.string("target");
        var exact = type.equals("file")
                ? Path.of(target).toAbsolutePath().normalize().toString()
                : target;
        var matcher = new LocationMatcher(type, Optional.of(exact), Optional.empty());
        return location.configArray("rules").stream()
                .map(rule -> new CatalogRule(
                        rule.stringArray("allow").stream()
                                .map(EntityMatcher::ofKind)
                                .toList(),
                        Optional.of(List.of(matcher))))
                .toList();
    }

    @Override
    public boolean isAllowed(Entity entity, LocationSpec location) {
        return rules.stream().anyMatch(rule -> rule.allows(entity, location));
    }
}
