// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.TypeException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

final class EntityTest {
    @Test
    void readsItsOwnFields() {
        var entity = entity("""
                {"apiVersion":"a/v1","kind":"Group","metadata":{"name":"Crew","labels":{"l":"1"},"annotations":{"a":"2"}},"spec":{"x":3}}""");
        assertThat(entity.apiVersion()).isEqualTo("a/v1");
        assertThat(entity.label("l")).contains("1");
        assertThat(entity.annotation("a")).contains("2");
        assertThat(entity.annotation("b")).isEmpty();
        assertThat(entity.spec()).hasToString("{\"x\":3}");
        assertThat(EntityRef.of(entity)).isEqualTo(new EntityRef("Group", "default", "Crew"));
        assertThat(entity.ref().stringify()).isEqualTo("group:default/crew");
    }

    @Test
    void readsMalformedFieldsAsEmpty() {
        var entity = entity("{\"kind\":5,\"metadata\":[{\"name\":\"a\"}],\"spec\":\"text\"}");
        assertThat(entity.ref()).isEqualTo(new EntityRef("", "default", ""));
        assertThat(entity.annotation("a")).isEmpty();
        assertThat(BuiltinKinds.relations(entity)).isEmpty();
        assertThat(BuiltinKinds.sortReferences(entity)).isEqualTo(entity);
        assertThatThrownBy(() -> BuiltinKinds.validate(entity))
                .isInstanceOf(TypeException.class)
                .hasMessage("<root> must have required property 'apiVersion' - missingProperty: apiVersion");
    }

    @Test
    void findsTheLocationOfItsSources() {
        var managed = entity("""
                {"kind":"K","metadata":{"name":"n","annotations":{"backstage.io/managed-by-location":"url:a"}}}""");
        assertThat(LocationRef.sourceOf(managed)).isEqualTo(new LocationRef("url", "a"));
        ((ObjectNode) managed.metadata().get("annotations")).put("backstage.io/source-location", "file:b");
        assertThat(LocationRef.sourceOf(managed)).isEqualTo(new LocationRef("file", "b"));
        assertThatThrownBy(() -> LocationRef.sourceOf(entity("{\"kind\":\"K\",\"metadata\":{\"name\":\"N\"}}")))
                .hasMessage("Entity 'k:default/n' is missing location");
    }

    @Test
    void anEmptySourceLocationHidesTheManagingOne() {
        var entity = entity("""
                {"kind":"K","metadata":{"name":"n","annotations":{"backstage.io/managed-by-location":"url:a","backstage.io/source-location":""}}}""");
        assertThatThrownBy(() -> LocationRef.sourceOf(entity)).hasMessage("Entity 'k:default/n' is missing location");
    }

    @Test
    void foldsCaseIndependentlyOfTheMachinesLanguage() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertThat(new EntityRef("API", "İI", "ẞSΑΣ").stringify()).isEqualTo("api:i̇i/ßsας");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void survivesHugeAndHostileNames() {
        var huge = "N".repeat(100_000);
        assertThat(EntityRef.parse("k:" + huge + "/" + huge).stringify()).hasSize(200_003);
        assertThatThrownBy(() -> EntityRef.parse("/".repeat(100_000)))
                .isInstanceOf(TypeException.class)
                .hasMessageStartingWith("Entity reference \"///")
                .hasMessageEndingWith("/\" was not on the form [<kind>:][<namespace>/]<name>");
        assertThat(ScriptProtocol.startsWith("\n".repeat(100_000) + "j\t".repeat(100_000)))
                .isFalse();
    }

    @Test
    void leavesDeeplyNestedMetadataAlone() {
        var deep = JsonNodeFactory.instance.objectNode();
        var at = deep;
        for (var depth = 0; depth < 100_000; depth++) {
            at = at.putObject("d");
        }
        var entity = entity(
                "{\"apiVersion\":\"backstage.io/v1alpha1\",\"kind\":\"System\",\"metadata\":{\"name\":\"n\"},\"spec\":{\"owner\":\"o\"}}");
        ((ObjectNode) entity.metadata()).set("more", deep);
        assertThat(BuiltinKinds.validate(entity)).isTrue();
        assertThat(new DefaultNamespaceEntityPolicy()
                        .enforce(entity)
                        .orElseThrow()
                        .namespace())
                .isEqualTo("default");
        new FieldFormatEntityPolicy().enforce(entity);
    }

    @Test
    void showsControlCharactersOfNamesEscapedWhereTheReferenceDoes() {
        assertThatThrownBy(() -> EntityRef.parse("a\u0000\u001b[31m"))
                .hasMessage(
                        "Entity reference \"a\\u0000\\u001b[31m\" had missing or empty kind (e.g. did not start with \"component:\" or similar)");
    }

    private static Entity entity(String json) {
        return new Entity((ObjectNode) JsonMapper.shared().readTree(json));
    }
}
