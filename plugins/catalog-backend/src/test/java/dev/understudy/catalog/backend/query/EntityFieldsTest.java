// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.types.Json;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class EntityFieldsTest {
    @Test
    void writesNumbersAndTextsAsTheyWereStored() {
        var spec = "{\"spec\":{\"n\":[9007199254740992,1e+21,1e-7,123456789.12345679,0.1,-1],\"t\":\"\\u001b\"}}";

        var selected = EntityFields.parse(List.of("spec")).orElseThrow().select(spec.getBytes(UTF_8));

        assertThat(new String(selected, UTF_8)).isEqualTo(spec);
    }

    /** Small keys and many dots, so that paths lead through keys with dots, into arrays, and past each other. */
    @Test
    void selectsTheSameFromATextAsFromTheWholeTree() {
        var random = new Random(42);
        for (var time = 0; time < 20_000; time++) {
            var entity = Json.mapper().createObjectNode();
            fill(entity, random, 3);
            var paths = Stream.generate(() -> path(random)).limit(1 + random.nextInt(3));
            var lists = paths.toList();
            var fields = EntityFields.parse(lists);
            var text = Json.stringify(entity);
            fields.ifPresent(wanted -> assertThat(new String(wanted.select(text.getBytes(UTF_8)), UTF_8))
                    .as("%s of %s", lists, text)
                    .isEqualTo(new String(wanted.select(Json.parse(text)), UTF_8)));
        }
    }

    private static void fill(ObjectNode node, Random random, int depth) {
        for (var keys = random.nextInt(4); keys > 0; keys--) {
            var key = path(random);
            switch (random.nextInt(depth > 0 ? 4 : 2)) {
                case 0 -> node.put(key, random.nextInt(100));
                case 1 -> node.put(key, "text");
                case 2 -> fill(node.putObject(key), random, depth - 1);
                default -> fill(node.putArray(key).add(1).addObject(), random, depth - 1);
            }
        }
    }

    private static String path(Random random) {
        return Stream.generate(() -> List.of("a", "b", "c", "0", "").get(random.nextInt(5)))
                .limit(1 + random.nextInt(3))
                .collect(Collectors.joining("."));
    }
}
