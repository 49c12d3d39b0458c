// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.InputException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class QueryCursorTest {
    private static String encoded(String json) {
        return Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
    }

    private static String decoded(QueryCursor cursor) {
        return new String(Base64.getDecoder().decode(cursor.encode()), UTF_8);
    }

    @Test
    void writesTheFormThatBackstageReads() {
        var query = EntityFilterParams.parse(List.of("kind=component,metadata.tags"));
        var cursor = QueryCursor.initial(
                        query,
                        List.of(new OrderField("metadata.name", true)),
                        Optional.of(new FullTextFilter("", Optional.empty())))
                .at(Arrays.asList("b", "id-2"), Arrays.asList("z", null), false, 7);
        assertThat(decoded(cursor))
                .isEqualTo("{\"orderFields\":[{\"field\":\"metadata.name\",\"order\":\"desc\"}],\"isPrevious\":false,"
                        + "\"query\":{\"$all\":[{\"kind\":\"component\"},{\"metadata.tags\":{\"$exists\":true}}]},"
                        + "\"fullTextFilter\":{\"term\":\"\"},\"orderFieldValues\":[\"b\",\"id-2\"],"
                        + "\"firstSortFieldValues\":[\"z\",null],\"totalItems\":7}");
    }

    @Test
    void keepsTheOrderOfBackstagesKeysWhenItGoesOn() {
        var cursor = QueryCursor.decode(encoded("{\"totalItems\":7,\"query\":{\"kind\":\"user\"},\"extra\":1,"
                + "\"orderFieldValues\":[\"b\"],\"isPrevious\":true,\"orderFields\":[],"
                + "\"firstSortFieldValues\":[\"a\"],\"fullTextFilter\":{\"term\":\" Pay \"}}"));
        assertThat(cursor.fullTextFilter()).hasValue(new FullTextFilter("Pay", Optional.empty()));
        assertThat(cursor.filter()).isEqualTo(new EntityFilter.OneOf("kind", List.of("user")));
        assertThat(decoded(cursor.at(List.of("c"), List.of("a"), false, 7)))
                .isEqualTo("{\"orderFields\":[],\"isPrevious\":false,\"fullTextFilter\":{\"term\":\" Pay \"},"
                        + "\"orderFieldValues\":[\"c\"],\"query\":{\"kind\":\"user\"},"
                        + "\"firstSortFieldValues\":[\"a\"],\"totalItems\":7}");
    }

    @Test
    void readsTheOlderFormOfFilters() {
        var cursor = QueryCursor.decode(
                encoded(
                        "{\"orderFields\":[],\"isPrevious\":false,\"orderFieldValues\":[],"
                                + "\"filter\":{\"allOf\":[{\"key\":\"KIND\",\"values\":[\"User\"]},{\"anyOf\":[{\"not\":{\"key\":\"a\"}}]}]}}"));
        assertThat(cursor.filter())
                .isEqualTo(EntityFilter.and(
                        new EntityFilter.All(List.of(
                                new EntityFilter.OneOf("kind", List.of("user")),
                                new EntityFilter.Any(List.of(new EntityFilter.Not(new EntityFilter.Exists("a")))))),
                        EntityFilter.everything()));
    }

    @Test
    void saysWhatIsWrongWithACursor() {
        assertThatThrownBy(() -> QueryCursor.decode(encoded("[]")))
                .isInstanceOf(InputException.class)
                .hasMessage("""
                        Malformed cursor: InputError: Malformed cursor: [
                          {
                            "code": "invalid_type",
                            "expected": "object",
                            "received": "array",
                            "path": [],
                            "message": "Expected object, received array"
                          }
                        ]""");
        assertThatThrownBy(() -> QueryCursor.decode("bm9uc2Vuc2U"))
                .hasMessage("Malformed cursor: SyntaxError: Unexpected token 'o', \"nonsense\" is not valid JSON");
    }

    @Test
    void boundsTheMessageAboutADeepCursor() {
        var deep = "{\"$all\":[".repeat(90) + "1,null" + "]}".repeat(90);
        assertThatThrownBy(() -> QueryCursor.decode(encoded(
                        "{\"orderFields\":[],\"isPrevious\":false,\"orderFieldValues\":[],\"query\":" + deep + "}")))
                .isInstanceOf(InputException.class)
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(21_000));
        var deeper = "{\"$not\":".repeat(400) + "{}" + "}".repeat(400);
        assertThatThrownBy(() -> QueryCursor.decode(encoded("{\"query\":" + deeper + "}")))
                .hasMessage("Invalid filter predicate: nested more than 200 levels deep");
    }
}
