// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

import java.util.HashSet;
import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Builds the value of one document from the parser's events. What an alias refers to is shared, not copied. */
final class NodeComposer {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 200;
    private static final LoadSettings WITHOUT_MARKS = settings(false);
    private static final LoadSettings WITH_MARKS = settings(true);

    private final Iterator<Event> events;
    private final boolean isDisguised;
    private final Aliases aliases = new Aliases();
    private int depth;

    NodeComposer(String text, boolean marks) {
        this.isDisguised = ControlCharacters.areIn(text);
        this.events = new Parse(marks ? WITH_MARKS : WITHOUT_MARKS)
                .parseString(isDisguised ? ControlCharacters.disguise(text) : text)
                .iterator();
    }

    private static LoadSettings settings(boolean marks) {
        return LoadSettings.builder()
                .setUseMarks(marks)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
    }

    JsonNode compose() {
        try {
            return composeStream();
        } catch (MarkedYamlEngineException failure) {
            var mark = failure.getProblemMark();
            throw new YamlSyntaxException(
                    describe(failure),
                    mark.map(Mark::getLine).orElse(-1),
                    mark.map(Mark::getColumn).orElse(-1));
        } catch (YamlEngineException failure) {
            throw new YamlSyntaxException(String.valueOf(failure.getMessage()), -1, -1);
        }
    }

    private static String describe(MarkedYamlEngineException failure) {
        return failure.getProblem() != null ? failure.getProblem() : String.valueOf(failure.getContext());
    }

    private JsonNode composeStream() {
        JsonNode result = NODES.nullNode();
        while (events.hasNext()) {
            var event = events.next();
            if (event instanceof NodeEvent node) {
                result = compose(node);
            }
        }
        return result;
    }

    private JsonNode compose(NodeEvent event) {
        return switch (event) {
            case AliasEvent alias -> aliases.resolve(alias.getAlias());
            case ScalarEvent scalar -> aliases.anchored(scalar.getAnchor(), scalar(scalar), 1);
            case SequenceStartEvent start -> composeSequence(start);
            case MappingStartEvent start -> composeMapping(start);
            default -> throw new IllegalStateException("Unexpected " + event);
        };
    }

    private JsonNode scalar(ScalarEvent event) {
        var text = isDisguised ? ControlCharacters.reveal(event.getValue()) : event.getValue();
        var value = CoreSchema.resolve(event, text);
        // JSON knows no infinity, and JavaScript writes null in its place
        return value.isNumber() && !Double.isFinite(value.doubleValue()) ? NODES.nullNode() : value;
    }

    private JsonNode composeSequence(SequenceStartEvent start) {
        enter(start);
        var array = NODES.arrayNode();
        var weight = 0;
        var event = events.next();
        while (event instanceof NodeEvent node) {
            array.add(compose(node));
            weight = Math.max(weight, aliases.lastWeight());
            event = events.next();
        }
        depth--;
        return aliases.anchored(start.getAnchor(), array, weight);
    }

    private JsonNode composeMapping(MappingStartEvent start) {
        enter(start);
        var object = NODES.objectNode();
        var keys = new HashSet<JsonNode>();
        var weight = 0;
        var event = events.next();
        while (event instanceof NodeEvent node) {
            var key = compose(node);
            weight = Math.max(weight, aliases.lastWeight());
            if (!key.isContainer() && !keys.add(key)) {
                throw problem("Map keys must be unique", node);
            }
            object.set(CoreSchema.key(key), compose((NodeEvent) events.next()));
            weight = Math.max(weight, aliases.lastWeight());
            event = events.next();
        }
        depth--;
        return aliases.anchored(start.getAnchor(), object, weight);
    }

    private void enter(Event start) {
        if (++depth > MAX_DEPTH) {
            throw problem("Collections are nested more than " + MAX_DEPTH + " deep", start);
        }
    }

    private static YamlSyntaxException problem(String text, Event event) {
        var mark = event.getStartMark();
        return new YamlSyntaxException(
                text,
                mark.map(Mark::getLine).orElse(-1),
                mark.map(Mark::getColumn).orElse(-1));
    }
}
