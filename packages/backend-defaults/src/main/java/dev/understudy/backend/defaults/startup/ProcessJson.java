// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The process as JSON. */
final class ProcessJson {
    private ProcessJson() {}

    static ObjectNode current() {
        var process = ProcessHandle.current();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("pid", process.pid())
                .put("java", Runtime.version().toString())
                .put("environment", Objects.requireNonNullElse(System.getenv("NODE_ENV"), ""));
        process.info().startInstant().ifPresent(begin -> json.put("beginAt", begin.toString()));
        return json;
    }
}
