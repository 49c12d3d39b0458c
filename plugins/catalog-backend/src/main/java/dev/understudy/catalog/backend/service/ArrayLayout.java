// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.types.Json;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;

/** How an array of entities is laid out. */
enum ArrayLayout {
    COMPACT("[", ",", "]") {
        @Override
        byte[] item(byte[] json) {
            return json;
        }
    },
    /** As JavaScript indents by two spaces. */
    INDENTED("[\n  ", ",\n  ", "\n]") {
        @Override
        byte[] item(byte[] json) {
            var text = WRITER.writeValueAsString(Json.mapper().readTree(json));
            return text.replace("\n", "\n  ").getBytes(UTF_8);
        }
    };

    private static final ObjectWriter WRITER = writer();

    private final String start;
    private final String separator;
    private final String end;

    ArrayLayout(String start, String separator, String end) {
        this.start = start;
        this.separator = separator;
        this.end = end;
    }

    private static ObjectWriter writer() {
        var indenter = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return Json.mapper()
                .writer()
                .with(new DefaultPrettyPrinter(separators)
                        .withArrayIndenter(indenter)
                        .withObjectIndenter(indenter));
    }

    abstract byte[] item(byte[] json);

    String start() {
        return start;
    }

    String separator() {
        return separator;
    }

    String end() {
        return end;
    }

    /** The items, with what stands between them. */
    byte[] items(List<byte[]> items) {
        return new JsonOutput(items)
                .separated(items.stream().map(this::item).toList(), separator)
                .bytes();
    }
}
