// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another server refused a request. Its own account of the failure is kept by name and message.
 *
 * <p>Backstage counterpart: {@code ResponseError}.
 */
public final class ResponseException extends BackendException {
    private static final long serialVersionUID = 1L;

    private final int statusCode;
    private final String remoteName;
    private final String remoteMessage;

    private ResponseException(int statusCode, String statusText, String remoteName, String remoteMessage) {
        super("Request failed with " + statusCode + " " + statusText, null);
        this.statusCode = statusCode;
        this.remoteName = remoteName;
        this.remoteMessage = remoteMessage;
    }

    /**
     * @param body what the server sent, JSON as Backstage's servers write it or anything else
     */
    public static ResponseException of(int status, String statusText, @Nullable String contentType, String body) {
        var error = remoteError(contentType, body);
        if (error != null) {
            var remoteStatus = error.at("/response/statusCode").asInt(status);
            return new ResponseException(
                    remoteStatus,
                    statusText,
                    error.at("/error/name").asString("Error"),
                    error.at("/error/message").asString(""));
        }
        var message = "Request failed with status " + status + " " + statusText + (body.isEmpty() ? "" : ", " + body);
        return new ResponseException(status, statusText, "Error", message);
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
