// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import static dev.understudy.catalog.model.Entity.DEFAULT_NAMESPACE;

import dev.understudy.catalog.model.Entity;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Puts each organization's groups into a namespace of its own, while users are shared. */
record MultiOrgTeamTransformer(boolean alwaysUseDefaultNamespace) implements TeamTransformer {
    @Override
    public Optional<Entity> transform(GithubTeam team, TransformerContext context)
            throws IOException, InterruptedException {
        return DefaultTransformers.team().transform(team, context).map(entity -> {
            var copy = entity.json().deepCopy();
            if (!alwaysUseDefaultNamespace && copy.path("metadata") instanceof ObjectNode metadata) {
                metadata.put("namespace", context.organization().toLowerCase(Locale.ROOT));
            }
            var members = copy.withObject("/spec").putArray("members");
            team.members().forEach(member -> members.add(DEFAULT_NAMESPACE + "/" + member.login()));
            return new Entity(copy);
        });
    }
}
