// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.http.JsonBody;
import dev.understudy.backend.plugin.api.service.ActionDefinition.ActionContext;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.NotAllowedException;
import dev.understudy.types.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Shows and runs the actions of a plugin. */
final class ActionsRouter {
    private static final String ROOT = "/.backstage/actions";

    private final OfferedActions actions;
    private final HttpAuthService httpAuth;
    private final LoggerService logger;

    private ActionsRouter(OfferedActions actions, HttpAuthService httpAuth, LoggerService logger) {
        this.actions = actions;
        this.httpAuth = httpAuth;
        this.logger = logger;
    }

    static HttpRouter create(OfferedActions actions, HttpAuthService httpAuth, LoggerService logger) {
        var router = new ActionsRouter(actions, httpAuth, logger);
        return HttpRouter.create()
                .mount(ROOT, HttpRouter.create().use(JsonBody::readAhead))
                .get(ROOT + "/v1/actions", router::list)
                .post(ROOT + "/v1/actions/:actionId/invoke", request -> router.invoke(request, false))
                .post(ROOT + "/v2/actions/:actionId/invoke", request -> router.invoke(request, true));
    }

    private HttpResponse list(HttpRequest request) {
        var json = JsonNodeFactory.instance.objectNode();
        var list = json.putArray("actions");
        actions.visibleTo(httpAuth.credentials(request)).forEach(action -> list.add(action.toJson(actions.pluginId())));
        return HttpResponse.json(json);
    }

    private HttpResponse invoke(HttpRequest request, boolean wrapped) throws Exception {
        var credentials = httpAuth.credentials(request);
        if (credentials.principal() instanceof BackstagePrincipal.None) {
            throw new NotAllowedException(
                    "Actions must be invoked by an authenticated principal, not an anonymous request");
        }
        var action = actions.require(request.param("actionId"), credentials);
        JsonNode body = JsonBody.read(request).orElseGet(JsonNodeFactory.instance::objectNode);
        var input = action.input(wrapped ? body.path("input") : body);
        var secrets = action.secrets(wrapped ? given(body.path("secrets")) : Optional.empty());
        var output = action.definition().action().run(new ActionContext(input, secrets, credentials, logger));
        var json = JsonNodeFactory.instance.objectNode();
        action.output(output).ifPresent(value -> json.set("output", value));
        return HttpResponse.json(json);
    }

    private static Optional<JsonNode> given(JsonNode secrets) {
        return Optional.of(secrets).filter(Json::isTruthy);
    }
}
