// SPDX-License-Identifier: Apache-2.0
package dev.understudy.filter.predicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterPredicateTest {
    private static final String ENTITY = """
            {"kind": "Component",
             "metadata": {"name": "web", "annotations": {"a.io/b.c": "x"}, "tags": ["Java", "web"], "none": null},
             "spec": {"type": "service", "port": 8080, "public": true},
             "relations": [{"type": "ownedBy", "targetRef": "group:default/crew"}]}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'kind': 'component'}",
                "{'kind': 'COMPONENT', 'spec.type': 'service'}",
                "{'metadata.annotations.a.io/b.c': 'X'}",
                "{'spec.port': '8080'}",
                "{'spec.port': 8080}",
                "{'spec.public': true}",
                "{'metadata.tags': ['java', 'WEB']}",
                "{'metadata.tags': {'$contains': 'java'}}",
                "{'metadata.name': {'$hasPrefix': 'WE'}}",
                "{'metadata.name': {'$in': ['x', 'Web']}}",
                "{'metadata.none': {'$exists': true}}",
                "{'metadata.title': {'$exists': false}}",
                "{'relations': {'$contains': {'type': 'ownedBy', 'targetRef': {'$in': ['group:default/crew']}}}}",
                "{'$all': []}",
                "{'$any': [{'kind': 'api'}, {'$not': {'kind': 'api'}}]}",
            })
    void holds(String predicate) {
        assertThat(test(predicate)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'component'",
                "{'kind': null}",
                "{'metadata.none': null}",
                "{'metadata.tags': 'java'}",
                "{'metadata.tags': ['java']}",
                "{'spec.public': 'true'}",
                "{'metadata.name': {'$contains': 'web'}}",
                "{'metadata.name': {'$unknown': 'web'}}",
                "{'spec.port': {'$hasPrefix': '80'}}",
                "{'spec': 'service'}",
                "{'': 'Component'}",
                "{'kind.name': 'Component'}",
                "{'$eq': 'Component'}",
                "{'$any': []}",
            })
    void doesNotHold(String predicate) {
        assertThat(test(predicate)).isFalse();
    }

    @Test
    void wantsLogicalOperatorsAlone() {
        assertThatThrownBy(() -> test("{'$not': {'kind': 'api'}, 'kind': 'component'}"))
                .isInstanceOf(InputException.class)
                .hasMessage("Operator $not must be the only key in the predicate, wrap in $all to combine with other"
                        + " conditions");
    }

    private static boolean test(String predicate) {
        return FilterPredicate.of(Json.parse(predicate.replace('\'', '"'))).test(Json.parse(ENTITY));
    }
}
