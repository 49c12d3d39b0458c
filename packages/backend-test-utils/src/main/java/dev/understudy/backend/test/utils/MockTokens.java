// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.AccessRestrictions;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.errors.AuthenticationException;
import dev.understudy.types.Json;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of mock tokens: what they stand for is written in them. */
final class MockTokens {
    static final String NONE = "mock-none-token";
    static final String USER = "mock-user-token";
    static final String SERVICE = "mock-service-token";
    static final String INVALID_USER = "mock-invalid-user-token";
    static final String INVALID_LIMITED_USER = "mock-invalid-limited-user-token";
    static final String INVALID_SERVICE = "mock-invalid-service-token";
    static final String USER_PREFIX = "mock-user-token:";
    static final String LIMITED_USER_PREFIX = "mock-limited-user-token:";
    static final String SERVICE_PREFIX = "mock-service-token:";

    private MockTokens() {}

    static String of(BackstagePrincipal principal) {
        return switch (principal) {
            case BackstagePrincipal.None _ -> NONE;
            case BackstagePrincipal.User user -> USER_PREFIX + payload(user);
            case BackstagePrincipal.Service service -> SERVICE_PREFIX + payload(service);
        };
    }

    static String ofLimitedUser(String userEntityRef) {
        return LIMITED_USER_PREFIX + object().put("sub", userEntityRef);
    }

    /** What one plugin sends to another. */
    static String ofPluginRequest(BackstagePrincipal onBehalfOf, String actorSubject, String targetPluginId) {
        var payload = object();
        switch (onBehalfOf) {
            case BackstagePrincipal.User user ->
                payload.put("sub", actorSubject).put("obo", user.userEntityRef());
            case BackstagePrincipal.Service service -> payload.put("sub", service.subject());
            case BackstagePrincipal.None _ -> payload.put("sub", actorSubject);
        }
        return SERVICE_PREFIX + payload.put("target", targetPluginId);
    }

    /** What a token says after its prefix. */
    static JsonNode payloadOf(String token, String prefix) {
        try {
            return Json.parse(token.substring(prefix.length()));
        } catch (JacksonException malformed) {
            throw new AuthenticationException("Unknown mock token '" + token + "'", malformed);
        }
    }

    static BackstageCredentials user(JsonNode payload) {
        var actor = payload.path("actor").path("subject").asString("");
        var user = payload.path("sub").asString(MockCredentials.DEFAULT_USER);
        return actor.isEmpty() ? MockCredentials.user(user) : MockCredentials.user(user, actor);
    }

    static BackstageCredentials service(JsonNode payload) {
        var subject = payload.path("sub").asString(MockCredentials.DEFAULT_SERVICE);
        if (payload.has("obo")) {
            return MockCredentials.user(payload.path("obo").asString(""), subject);
        }
        var restrictions = payload.path("accessRestrictions");
        return restrictions.isMissingNode()
                ? MockCredentials.service(subject)
                : MockCredentials.service(
                        subject,
                        new AccessRestrictions(
                                texts(restrictions.path("permissionNames")),
                                texts(restrictions.path("permissionActions"))));
    }

    private static ObjectNode payload(BackstagePrincipal.User user) {
        var payload = object().put("sub", user.userEntityRef());
        user.actor().ifPresent(actor -> payload.putObject("actor").put("subject", actor.subject()));
        return payload;
    }

    private static ObjectNode payload(BackstagePrincipal.Service service) {
        var payload = object().put("sub", service.subject());
        service.accessRestrictions()
                .ifPresent(restrictions ->
                        payload.set("accessRestrictions", Json.mapper().valueToTree(restrictions)));
        return payload;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new LinkedHashSet<String>();
        array.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private static ObjectNode object() {
        return Json.mapper().createObjectNode();
    }
}
