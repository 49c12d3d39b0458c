// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.EntitiesSearchFilter;
import dev.understudy.errors.InputException;
import dev.understudy.permission.node.PermissionRule;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class CatalogPermissionRulesTest {
    private static final Entity ENTITY = new Entity(json("""
            {"kind": "Component", "apiVersion": "backstage.io/v1alpha1",
             "metadata": {"name": "rocket", "annotations": {"Example.com/Part": "One"}, "labels": {"stage": "First"},
                          "tags": ["java"]},
             "spec": {"type": "Service", "deep": {"er": 1}},
             "relations": [{"type": "ownedBy", "targetRef": "group:default/crew"},
                           {"type": "partOf", "targetRef": "system:default/moon"}]}"""));

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.mapper().readTree(text);
    }

    private static boolean allows(PermissionRule<Entity, EntitiesSearchFilter> rule, String params) {
        return rule.apply(ENTITY, Optional.of(json(params)));
    }

    private static EntitiesSearchFilter query(PermissionRule<Entity, EntitiesSearchFilter> rule, String params) {
        return rule.toQuery(Optional.of(json(params)));
    }

    @Test
    void comparesAnnotationsAndLabelsIgnoringCase() {
        var annotation = CatalogPermissionRules.HAS_ANNOTATION;
        assertThat(allows(annotation, "{'annotation':'example.com/part'}".replace('\'', '"')))
                .isTrue();
        assertThat(allows(annotation, "{\"annotation\":\"EXAMPLE.com/part\",\"value\":\"ONE\"}"))
                .isTrue();
        assertThat(allows(annotation, "{\"annotation\":\"example.com/part\",\"value\":\"two\"}"))
                .isFalse();
        assertThat(allows(CatalogPermissionRules.HAS_LABEL, "{\"label\":\"Stage\",\"value\":\"first\"}"))
                .isTrue();
        assertThat(allows(CatalogPermissionRules.HAS_LABEL, "{\"label\":\"none\"}"))
                .isFalse();
        assertThat(query(annotation, "{\"annotation\":\"a/b\"}"))
                .isEqualTo(EntitiesSearchFilter.exists("metadata.annotations.a/b"));
        assertThat(query(CatalogPermissionRules.HAS_LABEL, "{\"label\":\"a\",\"value\":\"b\"}"))
                .isEqualTo(EntitiesSearchFilter.oneOf("metadata.labels.a", List.of("b")));
    }

    @Test
    void findsPropertiesAsTheSearchDoes() {
        assertThat(allows(CatalogPermissionRules.HAS_METADATA, "{\"key\":\"NAME\",\"value\":\"Rocket\"}"))
                .isTrue();
        assertThat(allows(CatalogPermissionRules.HAS_METADATA, "{\"key\":\"tags.java\"}"))
                .isTrue();
        assertThat(allows(CatalogPermissionRules.HAS_METADATA, "{\"key\":\"title\"}"))
                .isFalse();
        assertThat(allows(CatalogPermissionRules.HAS_SPEC, "{\"key\":\"deep.er\",\"value\":\"1\"}"))
                .isTrue();
        assertThat(query(CatalogPermissionRules.HAS_SPEC, "{\"key\":\"type\"}"))
                .isEqualTo(EntitiesSearchFilter.exists("spec.type"));
    }

    @Test
    void knowsKindsAndOwners() {
        assertThat(allows(CatalogPermissionRules.IS_ENTITY_KIND, "{\"kinds\":[\"api\",\"COMPONENT\"]}"))
                .isTrue();
        assertThat(allows(CatalogPermissionRules.IS_ENTITY_KIND, "{\"kinds\":[]}"))
                .isFalse();
        assertThat(allows(CatalogPermissionRules.IS_ENTITY_OWNER, "{\"claims\":[\"group:default/crew\"]}"))
                .isTrue();
        assertThat(allows(CatalogPermissionRules.IS_ENTITY_OWNER, "{\"claims\":[\"system:default/moon\"]}"))
                .isFalse();
        assertThat(query(CatalogPermissionRules.IS_ENTITY_OWNER, "{\"claims\":[\"a\"]}"))
                .isEqualTo(EntitiesSearchFilter.oneOf("relations.ownedBy", List.of("a")));
    }

    @Test
    void refusesParametersOfAnotherShape() {
        assertThatThrownBy(() -> allows(CatalogPermissionRules.IS_ENTITY_KIND, "{\"kinds\":\"Component\"}"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("Parameters to rule are invalid");
    }
}
