// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab.org;

import dev.understudy.catalog.backend.module.gitlab.GitlabTransformers;
import dev.understudy.catalog.backend.module.gitlab.GitlabTransformers.GroupTransformer;
import dev.understudy.catalog.backend.module.gitlab.GitlabTransformers.UserTransformer;
import java.util.Optional;

/** What other modules chose. Thread-safe. */
final class ChosenTransformers implements GitlabOrgEntityProviderTransformsExtensionPoint {
    private Optional<UserTransformer> user = Optional.empty();
    private Optional<GroupTransformer> groups = Optional.empty();

    @Override
    public synchronized void setUserTransformer(UserTransformer transformer) {
        if (user.isPresent()) {
            throw new IllegalStateException("User transformer may only be set once");
        }
        user = Optional.of(transformer);
    }

    @Override
    public synchronized void setGroupTransformer(GroupTransformer transformer) {
        if (groups.isPresent()) {
            throw new IllegalStateException("Group transformer may only be set once");
        }
        groups = Optional.of(transformer);
    }

    synchronized GitlabTransformers transformers() {
        var usual = GitlabTransformers.DEFAULT;
        return new GitlabTransformers(user.orElse(usual.user()), groups.orElse(usual.groups()), usual.groupName());
    }
}
