// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.test.utils.TestBackend;
import dev.understudy.catalog.backend.CatalogPlugin;
import dev.understudy.catalog.backend.module.github.DefaultTransformers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CatalogModuleGithubOrgEntityProviderTest {
    private static final Map<String, ?> SECTION = Map.of(
            "id",
            "production",
            "githubUrl",
            "https://github.com",
            "orgs",
            List.of("crew"),
            "schedule",
            Map.of("frequency", "PT1H", "timeout", "PT5M"));

    private static List<String> tasks(Object section) {
        var config = Map.of("catalog", Map.of("providers", Map.of("githubOrg", section)));
        try (var backend = TestBackend.with(config)
                .add(CatalogPlugin::feature)
                .add(CatalogModuleGithubOrgEntityProvider::feature)
                .start()) {
            return backend.scheduler("catalog").scheduledTasks().stream()
                    .map(task -> task.id())
                    .filter(id -> id.startsWith("Github"))
                    .toList();
        }
    }

    @Test
    void schedulesAProviderForEachSection() {
        var expected = "GithubMultiOrgEntityProvider:production:refresh";
        assertThat(tasks(SECTION)).containsExactly(expected);
        assertThat(tasks(List.of(SECTION))).containsExactly(expected);
    }

    @Test
    void costsNothingWithoutConfiguration() {
        try (var backend = TestBackend.start(CatalogPlugin::feature, CatalogModuleGithubOrgEntityProvider::feature)) {
            assertThat(backend.events().subscriptions()).isEmpty();
        }
    }

    @Test
    void takesOneTransformerOfEachKind() {
        var chosen = new ChosenTransformers();
        chosen.setUserTransformer(DefaultTransformers.user());
        chosen.setTeamTransformer(DefaultTransformers.team());
        assertThatThrownBy(() -> chosen.setUserTransformer(DefaultTransformers.user()))
                .hasMessage("User transformer may only be set once");
        assertThatThrownBy(() -> chosen.setTeamTransformer(DefaultTransformers.team()))
                .hasMessage("Team transformer may only be set once");
    }
}
