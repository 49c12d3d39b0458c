// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.yaml;

import dev.understudy.config.ConfigException;
import dev.understudy.config.loader.value.Origin;
import dev.understudy.config.loader.value.SourcedValue;
import dev.understudy.types.Json;
import tools.jackson.core.JacksonException;

/** Reads one JSON value. */
public final class JsonParser {
    private JsonParser() {}

    /**
     * The value; all of it has the text's first line as its origin, for JSON files are seldom written by hand.
     *
     * @throws ConfigException if the text is not JSON
     */
    public static SourcedValue parse(String text, String source) {
        try {
            var value = Json.parse(text);
            if (value.isMissingNode()) {
                throw new ConfigException("Unexpected end of JSON input");
            }
            return SourcedValue.of(value, new Origin(source, 1));
        } catch (JacksonException failure) {
            throw new ConfigException(
                    failure.getOriginalMessage() + " at line "
                            + failure.getLocation().getLineNr(),
                    failure);
        }
    }
}
