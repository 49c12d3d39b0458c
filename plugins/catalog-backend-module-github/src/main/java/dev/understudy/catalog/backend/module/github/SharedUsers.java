// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityAnnotations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was read of several organizations: a user of two of them is one user, and a member of the groups of both. */
final class SharedUsers {
    private static final Comparator<Entity> STABLE_ORDER = Comparator.comparing(Entity::name)
            .thenComparing(
                    entity -> entity.annotation(EntityAnnotations.LOCATION).orElse(""))
            .thenComparing(Entity::kind)
            .thenComparing(entity -> entity.metadata().path("namespace").asString(""));

    private final Map<String, Entity> users = new LinkedHashMap<>();
    private final List<Entity> groups = new ArrayList<>();

    /** The users and groups of one more organization. */
    void add(List<Entity> found, List<Entity> teams) {
        found.forEach(user -> users.putIfAbsent(user.ref().stringify(), user));
        groups.addAll(teams);
        var seen = found.stream()
                .map(user -> users.getOrDefault(user.ref().stringify(), user))
                .distinct()
                .toList();
        OrgHierarchy.withGroups(seen, teams)
                .forEach(user -> users.put(user.ref().stringify(), user));
    }

    Collection<Entity> users() {
        return users.values();
    }

    List<Entity> groups() {
        return groups;
    }

    /** Groups and users in an order that does not change from one reading to the next. */
    List<Entity> all() {
        return Stream.concat(groups.stream(), users.values().stream())
                .sorted(STABLE_ORDER)
                .toList();
    }
}
