// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.catalog.backend.module.gitlab.GitlabTransformers.GroupNameTransformer;
import dev.understudy.catalog.model.Entity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What users and groups become unless somebody knows better. */
final class DefaultTransformers {
    private DefaultTransformers() {}

    /** The path, without that of the configured group, with dashes between the groups. */
    static String groupName(GitlabGroup group, GitlabProviderConfig config) {
        var prefix = config.group() + "/";
        var path = group.fullPath();
        var rest = !config.group().isEmpty() && path.startsWith(prefix) ? path.substring(prefix.length()) : path;
        return rest.replace('/', '-');
    }

    static List<Entity> groups(List<GitlabGroup> groups, GitlabProviderConfig config, GroupNameTransformer names) {
        var byId = groups.stream().collect(Collectors.toMap(GitlabGroup::id, Function.identity(), (_, later) -> later));
        return groups.stream()
                .map(group -> group(
                        group,
                        group.parentId()
                                .flatMap(id -> Optional.ofNullable(byId.get(id)))
                                .map(parent -> names.name(parent, config)),
                        config,
                        names))
                .toList();
    }

    private static Entity group(
            GitlabGroup group, Optional<String> parent, GitlabProviderConfig config, GroupNameTransformer names) {
        var annotations = object().put(config.host() + "/team-path", group.fullPath());
        group.visibility().ifPresent(visibility -> annotations.put(config.host() + "/visibility", visibility));
        var metadata = object().put("name", names.name(group, config));
        metadata.set("annotations", annotations);
        group.description().ifPresent(text -> metadata.put("description", text));
        var spec = object().put("type", "team");
        spec.putArray("children");
        spec.putObject("profile").put("displayName", group.name());
        parent.ifPresent(name -> spec.put("parent", name));
        return entity("Group", metadata, spec);
    }

    static Entity user(GitlabUser user, String host, GitlabProviderConfig config, GroupNameTransformer names) {
        var annotations =
                object().put(host + "/user-login", user.webUrl()).put(host + "/user-id", String.valueOf(user.id()));
        user.samlExternalUid().ifPresent(uid -> annotations.put(host + "/saml-external-uid", uid));
        var metadata = object().put("name", user.username());
        metadata.set("annotations", annotations);
        var profile = object();
        user.name().ifPresent(name -> profile.put("displayName", name));
        user.avatarUrl().ifPresent(url -> profile.put("picture", url));
        user.email().ifPresent(email -> profile.put("email", email));
        var spec = object();
        spec.set("profile", profile);
        var memberOf = spec.putArray("memberOf");
        user.groups().forEach(group -> memberOf.add(names.name(group, config)));
        return entity("User", metadata, spec);
    }

    private static Entity entity(String kind, ObjectNode metadata, ObjectNode spec) {
        var entity = object().put("apiVersion", "backstage.io/v1alpha1").put("kind", kind);
        entity.set("metadata", metadata);
        entity.set("spec", spec);
        return new Entity(entity);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
