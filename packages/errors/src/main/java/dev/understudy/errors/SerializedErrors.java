// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Failures as JSON, for clients and for the database. Backstage counterpart: {@code serializeError}. */
public final class SerializedErrors {
    private static final int MAX_CAUSES = 50;
    private static final Set<String> RESERVED = Set.of("name", "message", "stack", "cause");

    private SerializedErrors() {}

    /**
     * The name, the message, the causes and the {@link BackendException#properties() properties} of a failure.
     *
     * @param includeStack whether to add the stack traces, of the causes too
     */
    public static ObjectNode toJson(Throwable failure, boolean includeStack) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("name", ErrorNames.nameOf(failure));
        json.put("message", messageOf(failure));
        addCause(json, failure, includeStack, 0);
        addProperties(json, failure);
        addStack(json, failure, includeStack);
        return json;
    }

    private static ObjectNode causeToJson(Throwable failure, boolean includeStack, int depth) {
        var json = JsonNodeFactory.instance.objectNode();
        addCause(json, failure, includeStack, depth);
        json.put("name", ErrorNames.nameOf(failure));
        addProperties(json, failure);
        json.put("message", messageOf(failure));
        addStack(json, failure, includeStack);
        return json;
    }

    // as in the reference, only its own kind of error shows its cause
    private static void addCause(ObjectNode json, Throwable failure, boolean includeStack, int depth) {
        var cause = failure.getCause();
        if (failure instanceof BackendException && cause != null && depth < MAX_CAUSES) {
            json.set("cause", causeToJson(cause, includeStack, depth + 1));
        }
    }

    private static void addProperties(ObjectNode json, Throwable failure) {
        Map<String, Object> properties = failure instanceof BackendException named ? named.properties() : Map.of();
        properties.forEach((name, value) -> {
            if (!RESERVED.contains(name) || (name.equals("cause") && failure.getCause() == null)) {
                json.set(name, JsonMapper.shared().valueToTree(value));
            }
        });
    }

    private static void addStack(ObjectNode json, Throwable failure, boolean includeStack) {
        if (includeStack) {
            var text = new StringWriter();
            failure.printStackTrace(new PrintWriter(text));
            json.put("stack", text.toString().stripTrailing());
        }
    }

    private static String messageOf(Throwable failure) {
        var message = failure.getMessage();
        if (message != null) {
            return message;
        }
        return failure instanceof BackendException ? "" : failure.getClass().getSimpleName();
    }
}
