// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.types.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class SchemaMergeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'properties':{'a':{'type':'string'}}} | {'properties':{'b':{}}} | {'properties':{'a':{'type':'string'},'b':{}}}",
                "{'properties':{'a':{'properties':{'x':{}}}}} | {'properties':{'a':{'properties':{'y':{}}}}} | {'properties':{'a':{'properties':{'x':{},'y':{}}}}}",
                "{'required':['b','c']} | {'required':['a','b']} | {'required':['a','b','c']}",
                "{'visibility':'backend'} | {'visibility':'secret'} | {'visibility':'secret'}",
                "{'visibility':'frontend'} | {'visibility':'backend'} | {'visibility':'frontend'}",
                "{'type':'object','description':'x'} | {'type':'object','description':'y'} | {'type':'object','description':'x'}",
                "{'items':{'properties':{'a':{}}}} | {'items':{'properties':{'b':{}}}} | {'items':{'properties':{'a':{},'b':{}}}}",
                "{'type':'object'} | {'properties':{'b':{}}} | {'type':'object','properties':{'b':{}}}",
            })
    void mergesAsTheReferenceDoes(String first, String second, String expected) {
        assertThat(merge(first, second)).isEqualTo(json(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'anyOf':[{'type':'string'}]} | {'anyOf':[{'minLength':1}]} | {'allOf':[{'anyOf':[{'type':'string'}]},{'anyOf':[{'minLength':1}]}]}",
                "{'$ref':'#/definitions/a'} | {'type':'object'} | {'allOf':[{'$ref':'#/definitions/a'},{'type':'object'}]}",
                "{'enum':['a'],'type':'string'} | {'enum':['b'],'title':'t'} | {'allOf':[{'enum':['a'],'type':'string','title':'t'},{'enum':['b']}]}",
            })
    void asksBothWhereTheyCannotBeOne(String first, String second, String expected) {
        assertThat(merge(first, second)).isEqualTo(json(expected));
    }

    @Test
    void refusesToShowWhatIsSecret() {
        assertThatThrownBy(() -> merge(
                        "{'properties':{'a':{'properties':{'b':{'visibility':'frontend'}}}}}",
                        "{'properties':{'a':{'properties':{'b':{'visibility':'secret'}}}}}"))
                .hasMessage("Config schema visibility is both 'frontend' and 'secret' for /a/b");
    }

    private static JsonNode merge(String first, String second) {
        return SchemaMerge.merge(json(first), json(second), "");
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
