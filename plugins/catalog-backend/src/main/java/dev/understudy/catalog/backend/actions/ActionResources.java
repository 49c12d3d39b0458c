// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.actions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.types.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** Texts that clients see, as the reference has them. */
final class ActionResources {
    private ActionResources() {}

    static JsonNode actions() {
        return Json.mapper().readTree(read("actions.json"));
    }

    static String read(String name) {
        try (var in = ActionResources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
