// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.yaml;

import dev.understudy.config.ConfigException;
import dev.understudy.config.loader.value.SourcedValue;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML 1.2 document with the core schema, as the npm package {@code yaml} does: {@code yes} is text, {@code
 * <<} is a key like any other, tags construct nothing. Nesting, aliases and length are limited.
 */
public final class YamlParser {
    private static final int MAXIMUM_CHARACTERS = 16 * 1024 * 1024;

    private YamlParser() {}

    /**
     * The document, or nothing if the text holds none.
     *
     * @param text the YAML
     * @param source the name for the values' origins
     * @throws ConfigException if the text is not one well-formed document, with the line and column
     */
    public static Optional<SourcedValue> parse(String text, String source) {
        if (text.length() > MAXIMUM_CHARACTERS) {
            throw new ConfigException("The document is longer than " + MAXIMUM_CHARACTERS + " characters");
        }
        try {
            return document(events(text), source);
        } catch (MarkedYamlEngineException failure) {
            throw new ConfigException(describe(failure), failure);
        } catch (YamlEngineException failure) {
            throw new ConfigException(firstLine(failure), failure);
        }
    }

    private static Iterator<Event> events(String text) {
        var settings = LoadSettings.builder()
                .setCodePointLimit(MAXIMUM_CHARACTERS)
                .setUseMarks(true)
                // all at once, for the reader copies everything not yet consumed whenever it reads on
                .setBufferSize(Math.max(text.length(), 1) + 1)
                .build();
        return new Parse(settings).parseString(text).iterator();
    }

    private static Optional<SourcedValue> document(Iterator<Event> events, String source) {
        var composer = new YamlComposer(events, source);
        return composer.composeOnlyDocument();
    }

    private static String describe(MarkedYamlEngineException failure) {
        var problem = failure.getProblem() == null ? firstLine(failure) : failure.getProblem();
        return failure.getProblemMark().map(mark -> problem + position(mark)).orElse(problem);
    }

    static String position(Mark mark) {
        return " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    private static String firstLine(YamlEngineException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("malformed YAML");
    }
}
