// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import dev.understudy.errors.BackendException;
import java.util.Arrays;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes failures, each followed by what caused it, without the secrets of the configuration. */
final class FailureJson {
    private static final int MAX_CAUSES = 20;
    private static final int MAX_FRAMES = 12;

    private final SecretTexts secrets;

    FailureJson(SecretTexts secrets) {
        this.secrets = secrets;
    }

    /** The chain, the failure itself first. */
    ArrayNode write(Throwable failure) {
        var chain = JsonNodeFactory.instance.arrayNode();
        var cause = failure;
        while (cause != null && chain.size() < MAX_CAUSES) {
            chain.add(link(cause));
            cause = cause.getCause();
        }
        return chain;
    }

    private ObjectNode link(Throwable failure) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", name(failure));
        json.put("message", secrets.hide(Objects.requireNonNullElse(failure.getMessage(), "")));
        var frames = json.putArray("at");
        Arrays.stream(failure.getStackTrace()).limit(MAX_FRAMES).forEach(frame -> frames.add(frame.toString()));
        return json;
    }

    private static String name(Throwable failure) {
        return failure instanceof BackendException named
                ? named.name()
                : failure.getClass().getSimpleName();
    }
}
