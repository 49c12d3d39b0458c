// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.stitching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.catalog.backend.RecordedCatalog;
import dev.understudy.catalog.backend.RecordedCatalog.RecordedEntity;
import dev.understudy.errors.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FinalEntityTest {
    static Stream<RecordedEntity> stitchedEntities() {
        return RecordedCatalog.entities().stream()
                .filter(entity -> entity.text("finalEntity").isPresent());
    }

    @ParameterizedTest
    @MethodSource("stitchedEntities")
    void equalsWhatBackstageMade(RecordedEntity recorded) {
        var made = FinalEntity.of(input(recorded, Optional.empty())).orElseThrow();
        assertThat(made.json()).isEqualTo(recorded.text("finalEntity").orElseThrow());
        assertThat(made.hash()).isEqualTo(recorded.text("hash").orElseThrow());
        var rows = new ArrayList<List<String>>();
        made.searchRows().forEach(row -> rows.add(Arrays.asList(row.key(), row.value(), row.originalValue())));
        assertThat(rows).isEqualTo(recorded.rows("search"));
    }

    @ParameterizedTest
    @MethodSource("stitchedEntities")
    void leavesAloneWhatBackstageMade(RecordedEntity recorded) {
        assertThat(FinalEntity.of(input(recorded, recorded.text("hash")))).isEmpty();
    }

    private static StitchInput input(RecordedEntity recorded, Optional<String> previousHash) {
        var relations = recorded.rows("relations").stream()
                .map(row -> new StitchInput.Relation(row.get(0), row.get(1)))
                .toList();
        return new StitchInput(
                recorded.text("entityId").orElseThrow(),
                recorded.entityRef(),
                recorded.text("processed").orElseThrow(),
                recorded.text("errors").orElseThrow(),
                previousHash,
                false,
                relations);
    }

    @Test
    void marksOrphansAndShowsErrors() {
        var made = make(
                "{\"apiVersion\":\"v1\",\"kind\":\"Component\",\"metadata\":{\"name\":\"a\"}}",
                "[{\"name\":\"InputError\",\"message\":\"no\"}]",
                true);
        assertThat(made.json())
                .contains("\"annotations\":{\"backstage.io/orphan\":\"true\"}")
                .endsWith("\"relations\":[],\"status\":{\"items\":[{\"type\":\"backstage.io/catalog-processing\","
                        + "\"level\":\"error\",\"message\":\"InputError: no\","
                        + "\"error\":{\"name\":\"InputError\",\"message\":\"no\"}}]}}");
    }

    @Test
    void replacesScriptsInUrls() {
        var made = make(
                "{\"kind\":\"Component\",\"metadata\":{\"name\":\"a\",\"annotations\":{"
                        + "\"backstage.io/view-url\":\" JAVA\\nscript:alert(1)\","
                        + "\"backstage.io/edit-url\":\"https://example.com/?javascript:\"}}}",
                "",
                false);
        assertThat(made.json())
                .contains("\"backstage.io/view-url\":\"https://backstage.io/annotation-rejected-for-security-reasons\"")
                .contains("\"backstage.io/edit-url\":\"https://example.com/?javascript:\"");
    }

    @Test
    void refusesKeysThatDifferOnlyInCase() {
        assertThatThrownBy(() ->
                        make("{\"kind\":\"C\",\"metadata\":{\"name\":\"a\"},\"spec\":{\"x\":1,\"X\":2}}", "", false))
                .isInstanceOf(InputException.class)
                .hasMessage("Entity has duplicate keys that vary only in casing, 'spec.x'");
    }

    private static FinalEntity make(String processed, String errors, boolean orphan) {
        return FinalEntity.of(new StitchInput(
                        "uid", "component:default/a", processed, errors, Optional.empty(), orphan, List.of()))
                .orElseThrow();
    }
}
