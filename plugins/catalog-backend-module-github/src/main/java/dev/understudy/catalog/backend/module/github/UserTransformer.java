// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.model.Entity;
import java.io.IOException;
import java.util.Optional;

/** Makes an entity of a user, or leaves the user out. Thread-safe. Backstage counterpart of the same name. */
@FunctionalInterface
public interface UserTransformer {
    Optional<Entity> transform(GithubUser user, TransformerContext context) throws IOException, InterruptedException;
}
