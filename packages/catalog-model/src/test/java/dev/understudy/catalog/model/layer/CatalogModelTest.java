// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.schema.SchemaError;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

final class CatalogModelTest {
    private static final CatalogModelLayer DEFAULT = KnownLayers.defaultEntityModel();
    private static final String EMPTY = "{'type':'object','properties':{}}";

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.mapper().readTree(text.replace('\'', '"'));
    }

    private static CatalogModelLayer layer(Consumer<CatalogModelLayerBuilder> recipe) {
        return CatalogModelLayer.create("test/layer", recipe);
    }

    private static KindDefinition kind(String name, String schema) {
        return new KindDefinition(
                "example.com", new KindNames(name, "k", "ks"), "d", List.of(KindVersion.of(json(schema), "v1")));
    }

    private static void assertRefused(String message, CatalogModelLayer... layers) {
        assertThatThrownBy(() -> CatalogModel.compile(Arrays.asList(layers)))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'object','properties':{'a':{'type':'strng'}}} | Invalid JSON schema, error at path /properties/a/type: must be equal to one of the allowed values, expected one of: array, boolean, integer, null, number, object, string
            {'type':'string','properties':{}} | Schema root type must be "object"
            {'type':'object'} | Schema must have a "properties" field that is an object
            {'type':'object','properties':{'kind':{}}} | Schema must not try to declare the reserved root field "kind"
            {'type':'object','allOf':[{}],'properties':{}} | Schema must not use "allOf" keyword in the root
            {'type':'object','properties':{'spec':{'not':{}}}} | Schema for root field "spec" must not use "not" keyword
            {'type':'object','properties':{'spec':{'minLength':-1}}} | Invalid JSON schema, error at path /properties/spec/minLength: must be >= 0
            {'type':'object','properties':{'spec':{'minItems':'a'}}} | Invalid JSON schema, error at path /properties/spec/minItems: must be integer
            {'type':'object','required':'a','properties':{}} | Invalid JSON schema, error at path /required: must be array
            {'type':'object','properties':{'spec':5}} | Invalid JSON schema, error at path /properties/spec: must be object,boolean
            {'type':'object','properties':[]} | Invalid JSON schema, error at path /properties: must be object
            {'type':'object','properties':{'a':{'$ref':'#'}}} | Schema for root field "a" must not use "$ref" keyword
            {'type':'object','properties':{'a':{'format':'uri'}}} | Invalid JSON schema, error at path /properties/a: the keyword "format" is not supported
            {'type':'object','properties':{'a':{'items':{},'additionalItems':false}}} | Invalid JSON schema, error at path /properties/a: "additionalItems" is ignored when "items" is not an array of schemas""")
    void refusesSchemasThatCannotBe(String schema, String message) {
        assertThatThrownBy(() -> layer(model -> model.addKind(kind("K", schema))))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void refusesLayersThatContradictEachOther() {
        assertRefused(
                "Catalog model layer ID \"test/layer\" has conflicting definitions",
                layer(model -> model.addTag(TermDefinition.of("t", "a"))),
                layer(model -> model.addTag(TermDefinition.of("t", "b"))));
        assertRefused(
                "Kind \"API\" is declared more than once", DEFAULT, layer(model -> model.addKind(kind("API", EMPTY))));
        assertRefused("Cannot remove unknown kind \"Q\"", layer(model -> model.removeKind("Q")));
        assertRefused("Cannot remove unknown label \"Q\"", layer(model -> model.removeLabel("Q")));
        assertRefused(
                "Cannot update undeclared tag \"q\"",
                layer(model ->
                        model.updateTag(new TermUpdate("q", Optional.empty(), Optional.empty(), Optional.empty()))));
        assertRefused(
                "Cannot update unknown version \"v7\" of kind \"API\"",
                DEFAULT,
                layer(model -> model.updateKind(KindUpdate.of("API", KindVersionUpdate.ofSchema(json(EMPTY), "v7")))));
        assertRefused(
                "Version \"v1alpha1\" of kind \"API\" already has default spec type declared",
                DEFAULT,
                layer(model -> model.addKindVersions("API", List.of(KindVersion.of(json(EMPTY), "v1alpha1")))));
        assertRefused("Cannot declare version \"v1alpha1\" for unknown kind \"API\"", KnownLayers.mcpServerApi());
        assertRefused("Cannot update undeclared relation \"ownedBy\"", KnownLayers.aiResource());
        assertThatThrownBy(() -> layer(model ->
                        model.addAnnotation(TermDefinition.of("a", "d").withSchema(json("{'type':'number'}")))))
                .hasMessage("Annotation \"a\" schema must have \"type\": \"string\" at the root, only string values are"
                        + " supported");
    }

    @Test
    void mergesSchemasOfLayersAndTakesThoseOfAnnotations() {
        var stricter = json("{'type':'object','required':null,'properties':{'spec':{'required':['tier'],"
                + "'properties':{'tier':{'type':'integer','minimum':1,'maximum':3},'owner':null,"
                + "'lifecycle':{'type':'boolean'}}}}}");
        var model = CatalogModel.compile(List.of(
                layer(changes -> {
                    changes.updateKind(KindUpdate.of("Component", KindVersionUpdate.ofSchema(stricter, "v1alpha1")));
                    changes.addAnnotation(
                            TermDefinition.of("a/b", "d").withSchema(json("{'type':'string','pattern':'^x'}")));
                }),
                DEFAULT));
        var entity = new Entity(json("{'apiVersion':'backstage.io/v1alpha1','kind':'Component','metadata':{'name':'n',"
                + "'annotations':{'a/b':'y'}},'spec':{'type':'t','tier':4,'owner':5,'lifecycle':'l'}}"));
        assertThat(model.kind(entity).orElseThrow().schema().errors(entity.json()))
                .map(SchemaError::text)
                .containsExactly(
                        "/spec/lifecycle must be boolean - type: boolean",
                        "/spec/tier must be <= 3 - comparison: <=, limit: 3",
                        "/metadata/annotations/a~1b must match pattern \"^x\" - pattern: ^x");
    }

    @Test
    void followsReferencesIntoWhatAnotherLayerDefines() {
        var user = kind(
                "K", "{'type':'object','properties':{'spec':{'properties':{'size':{'$ref':'#/definitions/size'}}}}}");
        var definitions = json("{'type':'object','definitions':{'size':{'multipleOf':5}},'properties':{}}");
        assertRefused(
                "Invalid JSON schema, error at path /properties/spec/properties/size/$ref: can't resolve reference"
                        + " #/definitions/size",
                layer(model -> model.addKind(user)));
        var model = CatalogModel.compile(List.of(layer(changes -> {
            changes.addKind(user);
            changes.updateKind(KindUpdate.of("K", KindVersionUpdate.ofSchema(definitions, "v1")));
        })));
        var entity = new Entity(
                json("{'apiVersion':'example.com/v1','kind':'K','metadata':{'name':'n'},'spec':{'size':7}}"));
        assertThat(model.kind(entity).orElseThrow().schema().errors(entity.json()))
                .map(SchemaError::text)
                .containsExactly("/spec/size must be multiple of 5 - multipleOf: 5");
    }

    @Test
    void readsSchemasInTheFormOfOldKinds() {
        var model = CatalogModel.compile(List.of(layer(changes -> changes.addKind(kind(
                "Robot",
                "{'$id':'r','allOf':[{'$ref':'Entity'},{'type':'object','required':['spec'],'properties':{"
                        + "'apiVersion':{'enum':['a']},'kind':{'enum':['b']},'spec':{'type':'object'}}}]}")))));
        var robot = new Entity(json("{'apiVersion':'example.com/v1','kind':'Robot','metadata':{'name':'n'}}"));
        assertThat(model.kind(robot).orElseThrow().schema().errors(robot.json()))
                .map(SchemaError::text)
                .containsExactly("<root> must have required property 'spec' - missingProperty: spec");
    }

    @Test
    void keepsFewOfAGreatManyErrors() {
        var model = CatalogModel.compile(List.of(DEFAULT));
        var entity = json("{'apiVersion':'backstage.io/v1alpha1','kind':'User','metadata':{'name':'n'},'spec':{}}");
        var members = ((ObjectNode) entity.get("spec")).putArray("memberOf");
        for (var index = 0; index < 100_000; index++) {
            members.add(index);
        }
        assertThat(model.kind(new Entity(entity)).orElseThrow().schema().errors(entity))
                .hasSize(1000);
    }
}
