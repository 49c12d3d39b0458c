// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissionsregistry;

import dev.understudy.errors.HttpException;
import dev.understudy.errors.NotImplementedException;
import dev.understudy.permission.common.Permission;
import dev.understudy.permission.node.PermissionResourceRef;
import dev.understudy.permission.node.PermissionResourceType;
import dev.understudy.permission.node.PermissionRule;
import dev.understudy.permission.node.PermissionRuleset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** All that a plugin has told of its permissions. Thread-safe. */
final class PermissionMetadataStore {
    private final Map<String, Permission> permissions = new LinkedHashMap<>();
    private final Map<RuleKey, PermissionRule<?, ?>> rules = new LinkedHashMap<>();
    private final Map<String, PermissionResourceType<?, ?>> resourceTypes = new HashMap<>();

    private record RuleKey(String resourceType, String name) {}

    synchronized void addPermissions(List<? extends Permission> added) {
        added.forEach(permission -> permissions.put(permission.name(), permission));
    }

    synchronized void addPermissionRules(List<? extends PermissionRule<?, ?>> added) {
        for (var rule : added) {
            if (rules.putIfAbsent(new RuleKey(rule.resourceType(), rule.name()), rule) != null) {
                throw new IllegalArgumentException("Refused to add permission rule for type '" + rule.resourceType()
                        + "' with name '" + rule.name() + "' because it already exists");
            }
        }
    }

    synchronized void addResourceType(PermissionResourceType<?, ?> resource) {
        var type = resource.resourceRef().resourceType();
        if (resourceTypes.putIfAbsent(type, resource) != null) {
            throw new IllegalArgumentException(
                    "Refused to add permission resource with type '" + type + "' because it already exists");
        }
        addPermissionRules(resource.rules());
        addPermissions(resource.permissions());
    }

    synchronized boolean hasResourceType(String type) {
        return resourceTypes.containsKey(type);
    }

    /** The rule with this name, for resources as the reference types them. */
    @SuppressWarnings("unchecked") // rules are added with references of the same type of resource
    <R, Q> PermissionRule<R, Q> rule(PermissionResourceRef<R, Q> ref, String name) {
        return (PermissionRule<R, Q>) rule(ref.resourceType(), name);
    }

    private synchronized PermissionRule<?, ?> rule(String type, String name) {
        var rule = rules.get(new RuleKey(type, name));
        if (rule == null) {
            throw new HttpException(
                    "Error",
                    500,
                    "Permission rule '" + name + "' does not exist for resource type '" + type + "'",
                    Map.of());
        }
        return rule;
    }

    /** What is needed to decide on some resources of a type. */
    LoadedResources<?> load(String type, Set<String> resourceRefs) throws Exception {
        return load(resourceType(type), resourceRefs);
    }

    private synchronized @Nullable PermissionResourceType<?, ?> findResourceType(String type) {
        return resourceTypes.get(type);
    }

    private PermissionResourceType<?, ?> resourceType(String type) {
        return Optional.<PermissionResourceType<?, ?>>ofNullable(findResourceType(type))
                .filter(resource -> resource.resources().isPresent())
                .orElseThrow(
                        () -> new NotImplementedException("This plugin does not expose any permission rule or can't"
                                + " evaluate the conditions request for " + type));
    }

    private <R, Q> LoadedResources<R> load(PermissionResourceType<R, Q> type, Set<String> resourceRefs)
            throws Exception {
        var refs = List.copyOf(new LinkedHashSet<>(resourceRefs));
        var found = type.resources().orElseThrow().load(refs);
        var resources = new HashMap<String, R>();
        for (int index = 0; index < refs.size() && index < found.size(); index++) {
            var resource = found.get(index);
            if (resource != null) {
                resources.put(refs.get(index), resource);
            }
        }
        PermissionRuleset<R, Q> ruleset = name -> rule(type.resourceRef(), name);
        return new LoadedResources<>(resources, ruleset);
    }

    synchronized ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        var permissionList = json.putArray("permissions");
        permissions.values().forEach(permission -> permissionList.add(permission.toJson()));
        var ruleList = json.putArray("rules");
        rules.values().forEach(rule -> ruleList.add(toJson(rule)));
        return json;
    }

    private static ObjectNode toJson(PermissionRule<?, ?> rule) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("name", rule.name())
                .put("description", rule.description())
                .put("resourceType", rule.resourceType());
        json.set("paramsSchema", rule.paramsSchema().toJsonSchema());
        return json;
    }
}
