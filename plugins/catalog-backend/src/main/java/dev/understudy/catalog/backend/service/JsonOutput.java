// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.types.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.StringNode;

/** JSON in the making, with entities copied into it as they are stored. */
final class JsonOutput {
    private static final int ROOM_FOR_THE_REST = 2_048;

    private final ByteArrayOutputStream out;

    JsonOutput(List<byte[]> entities) {
        var size = entities.stream().mapToInt(entity -> entity.length + 1).sum();
        this.out = new ByteArrayOutputStream(size + ROOM_FOR_THE_REST);
    }

    JsonOutput text(String json) {
        out.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    JsonOutput string(String value) {
        return text(Json.stringify(StringNode.valueOf(value)));
    }

    JsonOutput json(byte[] json) {
        out.writeBytes(json);
        return this;
    }

    JsonOutput array(List<byte[]> elements) {
        text("[");
        separated(elements, ",");
        return text("]");
    }

    JsonOutput separated(List<byte[]> elements, String separator) {
        for (var index = 0; index < elements.size(); index++) {
            if (index > 0) {
                text(separator);
            }
            out.writeBytes(elements.get(index));
        }
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
