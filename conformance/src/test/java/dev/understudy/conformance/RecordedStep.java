// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request and what the reference answered. */
record RecordedStep(
        String name,
        String method,
        String path,
        String auth,
        @Nullable Map<String, String> headers,
        @Nullable JsonNode body,
        @Nullable Map<String, String> save,
        boolean poll,
        @Nullable List<String> ignore,
        @Nullable List<String> sort,
        String bodyCompared,
        Expected expected) {

    /** The recorded answer, already neutral. */
    record Expected(
            int status,
            Map<String, String> headers,
            @Nullable JsonNode body) {}
}
