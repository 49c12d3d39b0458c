// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.yaml;

import dev.understudy.config.ConfigException;
import dev.understudy.config.loader.value.Origin;
import dev.understudy.config.loader.value.SourcedValue;
import dev.understudy.types.yaml.CoreSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Builds one document's value from parser events. Single use. */
final class YamlComposer {
    private static final int MAXIMUM_DEPTH = 200;
    private static final int MAXIMUM_ALIASED_VALUES = 100_000;

    private record Anchored(SourcedValue value, int size) {}

    private final Iterator<Event> events;
    private final String source;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int depth;
    private int values;
    private int aliasedValues;

    YamlComposer(Iterator<Event> events, String source) {
        this.events = events;
        this.source = source;
    }

    Optional<SourcedValue> composeOnlyDocument() {
        Optional<SourcedValue> document = Optional.empty();
        var documents = 0;
        while (events.hasNext()) {
            var event = events.next();
            if (event instanceof DocumentStartEvent) {
                if (++documents > 1) {
                    throw failure("Source contains multiple documents", event);
                }
                document = Optional.of(compose(events.next()));
            }
        }
        return document;
    }

    private SourcedValue compose(Event event) {
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        var before = values++;
        if (++depth > MAXIMUM_DEPTH) {
            throw failure("Values are nested more than " + MAXIMUM_DEPTH + " deep", event);
        }
        var value = composeNode(event);
        depth--;
        ((NodeEvent) event)
                .getAnchor()
                .ifPresent(anchor -> anchors.put(anchor.getValue(), new Anchored(value, values - before)));
        return value;
    }

    private SourcedValue composeNode(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> new SourcedValue.Scalar(CoreSchema.resolve(scalar), origin(event));
            case SequenceStartEvent _ -> composeItems(origin(event));
            case MappingStartEvent _ -> composeFields(origin(event));
            default -> throw failure("Unexpected " + event.getEventId(), event);
        };
    }

    private SourcedValue aliased(AliasEvent alias) {
        var anchored = anchors.get(alias.getAlias().getValue());
        if (anchored == null) {
            throw failure(
                    "Unresolved alias (the anchor must be set before the alias): "
                            + alias.getAlias().getValue(),
                    alias);
        }
        values += anchored.size();
        aliasedValues += anchored.size();
        if (aliasedValues > MAXIMUM_ALIASED_VALUES) {
            throw failure("Excessive alias count indicates a resource exhaustion attack", alias);
        }
        return anchored.value();
    }

    private SourcedValue composeItems(Origin origin) {
        var items = new ArrayList<SourcedValue>();
        for (var event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(compose(event));
        }
        return new SourcedValue.Items(items, origin);
    }

    private SourcedValue composeFields(Origin origin) {
        var fields = new LinkedHashMap<String, SourcedValue>();
        for (var event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            var keyEvent = event;
            var key = key(keyEvent);
            var value = compose(events.next()).at(origin(keyEvent));
            if (fields.putIfAbsent(key, value) != null) {
                throw failure("Map keys must be unique; '" + key + "' is repeated", keyEvent);
            }
        }
        return new SourcedValue.Fields(fields, origin);
    }

    private String key(Event event) {
        if (compose(event) instanceof SourcedValue.Scalar scalar) {
            return CoreSchema.key(scalar.value());
        }
        throw failure("An array or object cannot be a key", event);
    }

    private Origin origin(Event event) {
        return new Origin(
                source, event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
    }

    private static ConfigException failure(String problem, Event event) {
        return new ConfigException(
                problem + event.getStartMark().map(YamlParser::position).orElse(""));
    }
}
