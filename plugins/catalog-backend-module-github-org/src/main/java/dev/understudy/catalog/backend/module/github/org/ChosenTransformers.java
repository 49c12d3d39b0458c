// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github.org;

import dev.understudy.catalog.backend.module.github.TeamTransformer;
import dev.understudy.catalog.backend.module.github.UserTransformer;
import java.util.Optional;

/** What other modules chose. Thread-safe. */
final class ChosenTransformers implements GithubOrgEntityProviderTransformsExtensionPoint {
    private Optional<UserTransformer> user = Optional.empty();
    private Optional<TeamTransformer> team = Optional.empty();

    @Override
    public synchronized void setUserTransformer(UserTransformer transformer) {
        if (user.isPresent()) {
            throw new IllegalStateException("User transformer may only be set once");
        }
        user = Optional.of(transformer);
    }

    @Override
    public synchronized void setTeamTransformer(TeamTransformer transformer) {
        if (team.isPresent()) {
            throw new IllegalStateException("Team transformer may only be set once");
        }
        team = Optional.of(transformer);
    }

    synchronized Optional<UserTransformer> user() {
        return user;
    }

    synchronized Optional<TeamTransformer> team() {
        return team;
    }
}
