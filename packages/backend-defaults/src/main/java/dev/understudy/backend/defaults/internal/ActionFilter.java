// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import dev.understudy.backend.plugin.api.service.ActionAttributes;
import dev.understudy.config.Config;
import dev.understudy.types.GlobPattern;
import java.util.List;
import java.util.Optional;

/** Which actions {@code backend.actions.filter} lets through: what is excluded is out, and an empty include lets all in. */
public record ActionFilter(List<Rule> include, List<Rule> exclude) {
    private static final String SECTION = "backend.actions.filter.";

    /** What an action must be like; what is absent does not matter. */
    private record Rule(
            Optional<GlobPattern> id,
            Optional<Boolean> destructive,
            Optional<Boolean> readOnly,
            Optional<Boolean> idempotent) {

        static Rule fromConfig(Config section) {
            return new Rule(
                    section.optionalString("id").map(GlobPattern::of),
                    section.optionalBool("attributes.destructive"),
                    section.optionalBool("attributes.readOnly"),
                    section.optionalBool("attributes.idempotent"));
        }

        boolean matches(String actionId, ActionAttributes attributes) {
            return id.map(pattern -> pattern.matches(actionId)).orElse(true)
                    && destructive
                            .map(wanted -> wanted == attributes.destructive())
                            .orElse(true)
                    && readOnly.map(wanted -> wanted == attributes.readOnly()).orElse(true)
                    && idempotent
                            .map(wanted -> wanted == attributes.idempotent())
                            .orElse(true);
        }
    }

    public static ActionFilter fromConfig(Config config) {
        return new ActionFilter(rules(config, "include"), rules(config, "exclude"));
    }

    private static List<Rule> rules(Config config, String list) {
        return config.optionalConfigArray(SECTION + list).orElse(List.of()).stream()
                .map(Rule::fromConfig)
                .toList();
    }

    /** The plugins whose actions are offered, if that is limited. */
    public static Optional<List<String>> pluginSources(Config config) {
        return config.optionalStringArray("backend.actions.pluginSources");
    }

    public boolean allows(String actionId, ActionAttributes attributes) {
        return exclude.stream().noneMatch(rule -> rule.matches(actionId, attributes))
                && (include.isEmpty() || include.stream().anyMatch(rule -> rule.matches(actionId, attributes)));
    }
}
