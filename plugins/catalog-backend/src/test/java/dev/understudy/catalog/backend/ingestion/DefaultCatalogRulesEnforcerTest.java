// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.model.LocationRef;
import dev.understudy.config.AppConfig;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class DefaultCatalogRulesEnforcerTest {
    private static DefaultCatalogRulesEnforcer rules(String catalog) {
        var config = Json.mapper().readTree("{\"catalog\":" + catalog.replace('\'', '"') + "}");
        return DefaultCatalogRulesEnforcer.fromConfig(ConfigReader.fromConfigs(List.of(new AppConfig("test", config))));
    }

    private static boolean allows(DefaultCatalogRulesEnforcer rules, String kind, String type, String location) {
        var entity = "{\"kind\":\"" + kind + "\",\"spec\":{\"type\":\"" + type + "\"}}";
        return rules.isAllowed(
                new Entity((ObjectNode) Json.mapper().readTree(entity)), LocationSpec.of(LocationRef.parse(location)));
    }

    @Test
    void allowComponentsApisAndLocationsByDefault() {
        var rules = rules("{}");
        assertThat(List.of("component", "API", "Location"))
                .allMatch(kind -> allows(rules, kind, "any", "url:https://example.com/a.yaml"));
        assertThat(allows(rules, "Group", "team", "url:https://example.com/a.yaml"))
                .isFalse();
    }

    @Test
    void matchKindsTypesAndLocations() {
        var rules = rules("{'rules':[{'allow':['API']},{'allow':[{'kind':'group','spec.type':'TEAM'}],'locations':["
                + "{'type':'url','pattern':'https://EXAMPLE.com/*/org.yaml'},{'type':'url','exact':'https://a.b/c'}]}],"
                + "'locations':[{'type':'url','target':'https://users.com/all.yaml','rules':[{'allow':['User']}]}]}");
        assertThat(allows(rules, "Component", "any", "url:https://example.com/.b/org.yaml"))
                .isFalse();
        assertThat(allows(rules, "Group", "team", "url:https://example.com/.b/org.yaml"))
                .isTrue();
        assertThat(allows(rules, "Group", "team", "url:https://a.b/c")).isTrue();
        assertThat(allows(rules, "Group", "squad", "url:https://a.b/c")).isFalse();
        assertThat(allows(rules, "Group", "team", "file:/a")).isFalse();
        assertThat(allows(rules, "user", "any", "url:https://users.com/all.yaml"))
                .isTrue();
        assertThat(allows(rules, "user", "any", "url:https://a.b/c")).isFalse();
    }

    @Test
    void refuseALocationThatIsBothExactAndAPattern() {
        assertThatThrownBy(() ->
                        rules("{'rules':[{'allow':['API'],'locations':[{'type':'url','exact':'a','pattern':'b'}]}]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A catalog rule location cannot have both exact and pattern values");
    }
}
