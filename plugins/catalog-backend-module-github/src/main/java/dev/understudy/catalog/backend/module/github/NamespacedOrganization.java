// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import static dev.understudy.catalog.model.Entity.DEFAULT_NAMESPACE;

import dev.understudy.catalog.model.Entity;
import dev.understudy.config.Config;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An organization and the namespaces of what is found in it.
 *
 * @param userNamespace the default one if there is none
 */
record NamespacedOrganization(String name, String groupNamespace, Optional<String> userNamespace) {
    static NamespacedOrganization of(String name) {
        return new NamespacedOrganization(name, name.toLowerCase(Locale.ROOT), Optional.empty());
    }

    /** Those that are configured. */
    static List<NamespacedOrganization> readAll(Config config) {
        return config.optionalConfigArray("catalog.processors.githubMultiOrg.orgs").orElse(List.of()).stream()
                .map(NamespacedOrganization::read)
                .toList();
    }

    private static NamespacedOrganization read(Config config) {
        var name = config.string("name");
        return new NamespacedOrganization(
                name,
                config.optionalString("groupNamespace").orElse(name).toLowerCase(Locale.ROOT),
                config.optionalString("userNamespace"));
    }

    UserTransformer users(UserTransformer transformer) {
        return (user, context) ->
                transformer.transform(user, context).map(entity -> inNamespace(entity, userNamespace));
    }

    TeamTransformer teams(TeamTransformer transformer) {
        return (team, context) -> transformer
                .transform(team, context)
                .map(entity -> entity.kind().equals("Group") ? group(entity, team) : entity);
    }

    private Entity group(Entity entity, GithubTeam team) {
        var group = inNamespace(entity, Optional.of(groupNamespace));
        var members = group.json().withObject("/spec").putArray("members");
        var namespace = userNamespace.orElse(DEFAULT_NAMESPACE);
        team.members().forEach(member -> members.add(namespace + "/" + member.login()));
        return group;
    }

    private static Entity inNamespace(Entity entity, Optional<String> namespace) {
        var copy = entity.json().deepCopy();
        var metadata = copy.withObject("/metadata");
        namespace.ifPresentOrElse(name -> metadata.put("namespace", name), () -> metadata.remove("namespace"));
        return new Entity(copy);
    }
}
