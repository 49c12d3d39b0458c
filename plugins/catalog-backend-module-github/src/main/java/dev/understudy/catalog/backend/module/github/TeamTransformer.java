// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.model.Entity;
import java.io.IOException;
import java.util.Optional;

/** Makes an entity of a team, or leaves the team out. Thread-safe. Backstage counterpart of the same name. */
@FunctionalInterface
public interface TeamTransformer {
    Optional<Entity> transform(GithubTeam team, TransformerContext context) throws IOException, InterruptedException;
}
