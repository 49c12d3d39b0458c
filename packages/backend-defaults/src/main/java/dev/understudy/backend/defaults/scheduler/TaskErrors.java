// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import static java.util.Objects.requireNonNullElse;

import dev.understudy.errors.ErrorNames;
import tools.jackson.databind.node.JsonNodeFactory;

/** Failures of runs as they are stored. */
final class TaskErrors {
    private TaskErrors() {}

    static String toJson(Throwable failure) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", ErrorNames.nameOf(failure))
                .put("message", requireNonNullElse(failure.getMessage(), ""))
                .toString();
    }

    static String toJson(String message) {
        return toJson(new IllegalStateException(message));
    }
}
