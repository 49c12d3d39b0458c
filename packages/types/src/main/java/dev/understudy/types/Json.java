// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper of the process. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Reads and writes JSON with Jackson's defaults. Thread-safe. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
