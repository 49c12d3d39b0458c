// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.EntityAnnotations;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What users and teams become unless somebody knows better. Backstage counterpart: {@code defaultUserTransformer}, {@code
 * buildDefaultUserTransformer} and {@code defaultOrganizationTeamTransformer}.
 */
public final class DefaultTransformers {
    static final String USER_LOGIN = "github.com/user-login";
    static final String USER_ID = "github.com/user-id";
    static final String TEAM_SLUG = "github.com/team-slug";

    private DefaultTransformers() {}

    /** A user of the same name, with the address the user shows. */
    public static UserTransformer user() {
        return (user, _) -> Optional.of(user(user, user.email()));
    }

    /** A user of the same name, with an address in a domain of the organization if there is one. */
    public static UserTransformer userWithVerifiedEmail() {
        return (user, _) -> Optional.of(user(
                user,
                user.organizationVerifiedDomainEmails().stream()
                        .findFirst()
                        .map(email -> email.replaceFirst("\\+[^@]*", ""))
                        .or(user::email)));
    }

    /** A group named by the slug, whose members are the accounts' names. */
    public static TeamTransformer team() {
        return (team, _) -> Optional.of(team(team));
    }

    private static Entity user(GithubUser user, Optional<String> email) {
        var annotations = object().put(USER_LOGIN, user.login());
        user.id().ifPresent(id -> annotations.put(USER_ID, id));
        var metadata = object().put("name", user.login());
        metadata.set("annotations", annotations);
        user.bio().ifPresent(bio -> metadata.put("description", bio));
        var profile = object();
        user.name().ifPresent(name -> profile.put("displayName", name));
        email.filter(text -> !text.isEmpty()).ifPresent(text -> profile.put("email", text));
        user.avatarUrl().ifPresent(url -> profile.put("picture", url));
        var spec = object();
        spec.set("profile", profile);
        spec.putArray("memberOf");
        return entity("User", metadata, spec);
    }

    private static Entity team(GithubTeam team) {
        var annotations = object().put(TEAM_SLUG, team.combinedSlug());
        team.editTeamUrl().ifPresent(url -> annotations.put(EntityAnnotations.EDIT_URL, url));
        var metadata = object().put("name", team.slug());
        metadata.set("annotations", annotations);
        team.description().ifPresent(text -> metadata.put("description", text));
        var profile = object();
        team.name().ifPresent(name -> profile.put("displayName", name));
        team.avatarUrl().ifPresent(url -> profile.put("picture", url));
        var spec = object().put("type", "team");
        spec.set("profile", profile);
        spec.putArray("children");
        team.parentSlug().ifPresent(slug -> spec.put("parent", slug));
        var members = spec.putArray("members");
        team.members().forEach(member -> members.add(member.login()));
        return entity("Group", metadata, spec);
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
