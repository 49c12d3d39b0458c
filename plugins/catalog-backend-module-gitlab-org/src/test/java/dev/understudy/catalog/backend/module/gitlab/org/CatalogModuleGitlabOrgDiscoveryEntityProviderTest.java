// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.test.utils.TestBackend;
import dev.understudy.catalog.backend.CatalogPlugin;
import dev.understudy.catalog.backend.module.gitlab.CatalogModuleGitlabDiscoveryEntityProvider;
import dev.understudy.catalog.backend.module.gitlab.GitlabTransformers;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CatalogModuleGitlabOrgDiscoveryEntityProviderTest {
    private static Map<String, ?> section(boolean orgEnabled) {
        return Map.of(
                "host",
                "gitlab.com",
                "group",
                "crew",
                "orgEnabled",
                orgEnabled,
                "schedule",
                Map.of("frequency", "PT1H", "timeout", "PT5M"));
    }

    @Test
    void schedulesProvidersForProjectsAndWhereEnabledForUsers() {
        var gitlab = Map.of("a", section(true), "b", section(false));
        try (var backend = TestBackend.with(Map.of("catalog", Map.of("providers", Map.of("gitlab", gitlab))))
                .add(CatalogPlugin::feature)
                .add(CatalogModuleGitlabDiscoveryEntityProvider::feature)
                .add(CatalogModuleGitlabOrgDiscoveryEntityProvider::feature)
                .start()) {
            assertThat(backend.scheduler("catalog").scheduledTasks())
                    .extracting(task -> task.id())
                    .filteredOn(id -> id.startsWith("Gitlab"))
                    .containsExactlyInAnyOrder(
                            "GitlabDiscoveryEntityProvider:a:refresh",
                            "GitlabDiscoveryEntityProvider:b:refresh",
                            "GitlabOrgDiscoveryEntityProvider:a:refresh");
            assertThat(backend.logger().lines()).contains("info Org not enabled for b.");
        }
    }

    @Test
    void takesOneTransformerOfEachKind() {
        var chosen = new ChosenTransformers();
        chosen.setUserTransformer(GitlabTransformers.DEFAULT.user());
        chosen.setGroupTransformer(GitlabTransformers.DEFAULT.groups());
        assertThatThrownBy(() -> chosen.setUserTransformer(GitlabTransformers.DEFAULT.user()))
                .hasMessage("User transformer may only be set once");
        assertThatThrownBy(() -> chosen.setGroupTransformer(GitlabTransformers.DEFAULT.groups()))
                .hasMessage("Group transformer may only be set once");
    }
}
