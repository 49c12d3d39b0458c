// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github.org;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.EntityProviderMutation;
import java.util.List;

/** Removes what an earlier kind of provider left under the same id. Backstage counterpart of the same name. */
record GithubOrgEntityCleanerProvider(String id, LoggerService logger) implements EntityProvider {
    @Override
    public String name() {
        return "GithubOrgEntityProvider:" + id;
    }

    @Override
    public void connect(EntityProviderConnection connection) {
        try {
            connection.applyMutation(EntityProviderMutation.full(List.of()));
        } catch (RuntimeException failure) {
            logger.error("Failed to clean up entities", failure);
        }
    }
}
