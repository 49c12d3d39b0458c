// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.understudy.types.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicNode;
import tools.jackson.core.type.TypeReference;

/** Replays what the reference was asked, in order, and expects its answers. */
final class RecordedAnswers {
    private RecordedAnswers() {}

    static Stream<DynamicNode> replay(ConformanceBackend backend) throws IOException {
        List<Path> files;
        try (var recordings = Files.list(Path.of("recordings"))) {
            files = recordings.sorted().toList();
        }
        return files.stream().map(file -> container(file, backend)).onClose(backend::close);
    }

    private static DynamicNode container(Path file, ConformanceBackend backend) {
        var client = new ConformanceClient(backend.url());
        var steps = Json.mapper().readValue(file.toFile(), new TypeReference<List<RecordedStep>>() {});
        return dynamicContainer(
                file.getFileName().toString(),
                steps.stream().map(step -> dynamicTest(step.name(), () -> check(step, client))));
    }

    private static void check(RecordedStep step, ConformanceClient client) throws Exception {
        var expected = step.expected();
        var body = expected.body() == null ? null : ConformanceClient.comparable(step, expected.body());
        if (step.poll()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .untilAsserted(() -> compare(step, client, body));
        } else {
            compare(step, client, body);
        }
    }

    private static void compare(
            RecordedStep step,
            ConformanceClient client,
            tools.jackson.databind.@org.jspecify.annotations.Nullable JsonNode body)
            throws Exception {
        var answer = client.answer(step);
        assertThat(answer.status()).as("status").isEqualTo(step.expected().status());
        assertThat(answer.headers()).as("headers").isEqualTo(step.expected().headers());
        if (body != null) {
            assertThat(answer.body()).as("body").isEqualTo(body);
        }
    }
}
