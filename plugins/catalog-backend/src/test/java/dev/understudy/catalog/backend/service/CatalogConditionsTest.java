// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static dev.understudy.catalog.node.CatalogConditions.createCatalogConditionalDecision;
import static dev.understudy.catalog.node.CatalogConditions.hasAnnotation;
import static dev.understudy.catalog.node.CatalogConditions.hasLabel;
import static dev.understudy.catalog.node.CatalogConditions.hasMetadata;
import static dev.understudy.catalog.node.CatalogConditions.hasSpec;
import static dev.understudy.catalog.node.CatalogConditions.isEntityKind;
import static dev.understudy.catalog.node.CatalogConditions.isEntityOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.backend.test.utils.MockPermissions;
import dev.understudy.catalog.backend.permissions.CatalogPermissionRules;
import dev.understudy.catalog.common.CatalogPermissions;
import dev.understudy.permission.common.Permission;
import dev.understudy.permission.common.PermissionAttributes;
import dev.understudy.permission.common.PermissionCondition;
import dev.understudy.permission.common.PermissionCriteria;
import dev.understudy.permission.node.PermissionRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogConditionsTest {
    @TempDir
    Path directory;

    /** The names of the entities that a policy with this conditional decision lets through. */
    private List<String> readable(PermissionCriteria<PermissionCondition> criteria) throws Exception {
        var decision = createCatalogConditionalDecision(CatalogPermissions.ENTITY_READ, criteria);
        var permissions = MockPermissions.deciding((_, _) -> decision);
        try (var catalog = TestCatalog.start(DatabaseDialect.SQLITE, directory, permissions)) {
            catalog.entities()
                    .add("id-1", """
                            {"kind":"Component","metadata":{"name":"rocket","annotations":{"example.com/part":"One"},
                             "labels":{"stage":"first"},"tags":["java"]},"spec":{"type":"Service","lifecycle":"production"}}""")
                    .add("id-2", """
                            {"kind":"Component","metadata":{"name":"tower","annotations":{"example.com/part":"two"},
                             "labels":{"stage":"second"},"title":"Tower"},"spec":{"type":"website"}}""")
                    .add("id-3", "{\"kind\":\"Group\",\"metadata\":{\"name\":\"crew\"}}")
                    .addSearchRow("id-1", "relations.ownedBy", "group:default/crew")
                    .addSearchRow("id-2", "relations.ownedBy", "group:default/base");
            var names = new ArrayList<String>();
            catalog.json("/entities?order=asc:metadata.name&fields=metadata.name")
                    .forEach(entity -> names.add(entity.at("/metadata/name").stringValue()));
            return names;
        }
    }

    @Test
    void filterByAnnotationsAndLabels() throws Exception {
        assertThat(readable(hasAnnotation("example.com/part"))).containsExactly("rocket", "tower");
        assertThat(readable(hasAnnotation("Example.com/part", "ONE"))).containsExactly("rocket");
        assertThat(readable(hasLabel("stage"))).containsExactly("rocket", "tower");
        assertThat(readable(hasLabel("stage", "second"))).containsExactly("tower");
    }

    @Test
    void filterByMetadataAndSpec() throws Exception {
        assertThat(readable(hasMetadata("tags.java"))).containsExactly("rocket");
        assertThat(readable(hasMetadata("title", "tower"))).containsExactly("tower");
        assertThat(readable(hasSpec("lifecycle"))).containsExactly("rocket");
        assertThat(readable(hasSpec("type", "service"))).containsExactly("rocket");
    }

    @Test
    void filterByKindAndOwner() throws Exception {
        assertThat(readable(isEntityKind(List.of("group", "API")))).containsExactly("crew");
        assertThat(readable(isEntityOwner(List.of("group:default/base")))).containsExactly("tower");
        assertThat(readable(new PermissionCriteria.Not<>(isEntityKind(List.of("Component")))))
                .containsExactly("crew");
    }

    @Test
    void nameEveryRuleOfTheCatalog() {
        var named = List.of(
                        hasAnnotation("a"),
                        hasLabel("a"),
                        hasMetadata("a"),
                        hasSpec("a"),
                        isEntityKind(List.of()),
                        isEntityOwner(List.of()))
                .stream()
                .map(CatalogConditionsTest::ruleOf)
                .toList();
        assertThat(named)
                .isEqualTo(CatalogPermissionRules.ALL.stream()
                        .map(PermissionRule::name)
                        .toList());
    }

    private static String ruleOf(PermissionCriteria<PermissionCondition> criteria) {
        return ((PermissionCriteria.Condition<PermissionCondition>) criteria)
                .condition()
                .rule();
    }

    @Test
    void areOnlyForPermissionsOnEntities() {
        var other = Permission.resource("todo.read", PermissionAttributes.NONE, "todo-item");
        assertThatThrownBy(() -> createCatalogConditionalDecision(other, hasLabel("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The permission 'todo.read' is on resources of type 'todo-item', not 'catalog-entity'");
    }
}
