// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityRef;
import dev.understudy.catalog.model.EntityRefContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Ties users and groups together; what is given stays as it is. Anything but users and groups, which a transformer may
 * have made, is left alone. Backstage counterpart: {@code buildOrgHierarchy} and {@code assignGroupsToUsers}.
 */
final class OrgHierarchy {
    private static final EntityRefContext USER = EntityRefContext.ofKind("user");

    private OrgHierarchy() {}

    /** The groups with their parents and children filled in from each other. */
    static List<Entity> ofGroups(List<Entity> groups) {
        if (!areAll("Group", groups)) {
            return groups;
        }
        var copies = copies(groups);
        var byName = new HashMap<String, ObjectNode>();
        copies.forEach(group -> byName.put(name(group), group));
        for (var group : copies) {
            var parent = byName.get(group.at("/spec/parent").asString(""));
            if (parent != null) {
                addOnce(parent, "children", name(group));
            }
        }
        for (var group : copies) {
            for (var child : group.at("/spec/children")) {
                var node = byName.get(child.asString(""));
                if (node != null && node.at("/spec/parent").asString("").isEmpty()) {
                    spec(node).put("parent", name(group));
                }
            }
        }
        return entities(copies);
    }

    /** The users as members of the groups that list them. */
    static List<Entity> withGroups(List<Entity> users, List<Entity> groups) {
        if (!areAll("User", users) || !areAll("Group", groups)) {
            return users;
        }
        var copies = copies(users);
        var byRef = new HashMap<String, ObjectNode>();
        copies.forEach(user -> byRef.put(new Entity(user).ref().stringify(), user));
        for (var group : groups) {
            for (var member : members(group)) {
                var user = byRef.get(member);
                if (user != null) {
                    addOnce(user, "memberOf", key(group));
                }
            }
        }
        return entities(copies);
    }

    /** References to the members of a group, in canonical form. */
    static Set<String> members(Entity group) {
        var refs = new HashSet<String>();
        group.spec()
                .path("members")
                .forEach(member ->
                        refs.add(EntityRef.parse(member.asString(""), USER).stringify()));
        return refs;
    }

    private static String key(Entity group) {
        return group.namespace().equals(Entity.DEFAULT_NAMESPACE)
                ? group.name()
                : group.namespace() + "/" + group.name();
    }

    private static boolean areAll(String kind, List<Entity> entities) {
        return entities.stream().allMatch(entity -> entity.kind().equals(kind));
    }

    private static List<ObjectNode> copies(List<Entity> entities) {
        return entities.stream().map(entity -> entity.json().deepCopy()).toList();
    }

    private static List<Entity> entities(List<ObjectNode> nodes) {
        return nodes.stream().map(Entity::new).toList();
    }

    private static String name(ObjectNode entity) {
        return entity.at("/metadata/name").asString("");
    }

    private static ObjectNode spec(ObjectNode entity) {
        return entity.path("spec") instanceof ObjectNode spec ? spec : entity.putObject("spec");
    }

    private static void addOnce(ObjectNode entity, String field, String text) {
        var spec = spec(entity);
        var list = spec.path(field) instanceof ArrayNode array ? array : spec.putArray(field);
        if (texts(list).noneMatch(text::equals)) {
            list.add(text);
        }
    }

    private static Stream<String> texts(ArrayNode list) {
        return list.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}
