// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Another server refused a request. Its own account of the failure is kept by name and message.
 *
 * <p>Backstage counterpart: {@code ResponseError}.
 */
public final class ResponseException extends BackendException {
    private static final long serialVersionUID = 1L;

    private final int statusCode;
    private final String statusText;
    private final String remoteName;
    private final String remoteMessage;
    private final transient JsonNode body;

    private ResponseException(int statusCode, String statusText, JsonNode body) {
        super("Request failed with " + statusCode + " " + statusText, null);
        this.statusCode = statusCode;
        this.statusText = statusText;
        this.remoteName = body.at("/error/name").asString("Error");
        this.remoteMessage = body.at("/error/message").asString("");
        this.body = body;
    }

    /**
     * @param body what the server sent, JSON as Backstage's servers write it or anything else
     */
    public static ResponseException of(int status, String statusText, @Nullable String contentType, String body) {
        var error = remoteError(contentType, body);
        if (error != null) {
            return new ResponseException(error.at("/response/statusCode").asInt(status), statusText, error);
        }
        var message = "Request failed with status " + status + " " + statusText + (body.isEmpty() ? "" : ", " + body);
        var told = JsonNodeFactory.instance.objectNode();
        told.putObject("error").put("name", "Error").put("message", message);
        told.putObject("response").put("statusCode", status);
        return new ResponseException(status, statusText, told);
    }

    /** As the reference shows them; {@code response} is what is left of the one of its HTTP client. */
    @Override
    public Map<String, Object> properties() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put(
                "response", JsonNodeFactory.instance.objectNode().put("size", 0).put("timeout", 0));
        properties.put("body", body);
        properties.put("cause", body.path("error"));
        properties.put("statusCode", statusCode);
        properties.put("statusText", statusText);
        return properties;
    }

    private static @Nullable JsonNode remoteError(@Nullable String contentType, String body) {
        if (contentType == null || !contentType.startsWith("application/json")) {
            return null;
        }
        try {
            var json = JsonMapper.shared().readTree(body);
            return json.path("error").isObject() && json.path("response").isObject() ? json : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    @Override
    public String name() {
        return "ResponseError";
    }

    @Override
    public OptionalInt statusCode() {
        return OptionalInt.of(statusCode);
    }

    /** The name of the failure on the other side, such as {@code NotFoundError}. */
    public String remoteName() {
        return remoteName;
    }

    /** The message of the failure on the other side. */
    public String remoteMessage() {
        return remoteMessage;
    }
}
