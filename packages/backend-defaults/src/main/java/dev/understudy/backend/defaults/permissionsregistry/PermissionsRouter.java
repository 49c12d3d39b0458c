// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissionsregistry;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.http.JsonBody;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.errors.InputException;
import dev.understudy.errors.NotAllowedException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells of a plugin's permissions, and decides on its resources for the permission backend. */
final class PermissionsRouter {
    private static final String ROOT = "/.well-known/backstage/permissions";

    private final PermissionMetadataStore store;
    private final HttpAuthService httpAuth;

    private PermissionsRouter(PermissionMetadataStore store, HttpAuthService httpAuth) {
        this.store = store;
        this.httpAuth = httpAuth;
    }

    static HttpRouter create(PermissionMetadataStore store, HttpAuthService httpAuth) {
        var router = new PermissionsRouter(store, httpAuth);
        return HttpRouter.create()
                .mount(ROOT + "/apply-conditions", HttpRouter.create().use(router::keepUsersOut))
                .mount(ROOT, HttpRouter.create().use(JsonBody::readAhead))
                .get(ROOT + "/metadata", _ -> HttpResponse.json(store.toJson()))
                .post(ROOT + "/apply-conditions", router::applyConditions);
    }

    private HttpResponse keepUsersOut(HttpRequest request, HttpHandler next) throws Exception {
        var credentials = httpAuth.credentials(request, HttpAuthService.Allow.USER, HttpAuthService.Allow.SERVICE);
        if (credentials.principal() instanceof BackstagePrincipal.User user
                && user.actor().isEmpty()) {
            throw new NotAllowedException("");
        }
        return next.handle(request);
    }

    private HttpResponse applyConditions(HttpRequest request) throws Exception {
        var questions = ConditionsRequest.parse(JsonBody.read(request).orElseGet(JsonNodeFactory.instance::objectNode));
        requireKnownTypes(questions);
        var resources = load(questions);
        var json = JsonNodeFactory.instance.objectNode();
        var items = json.putArray("items");
        for (var question : questions) {
            items.add(answer(question, resources));
        }
        return HttpResponse.json(json);
    }

    private void requireKnownTypes(List<ConditionsRequest> questions) {
        var unknown = questions.stream()
                .map(ConditionsRequest::resourceType)
                .filter(type -> !store.hasResourceType(type))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InputException("Unexpected resource types: " + String.join(", ", unknown) + ".");
        }
    }

    private Map<String, LoadedResources<?>> load(List<ConditionsRequest> questions) throws Exception {
        var refs = new LinkedHashMap<String, Set<String>>();
        for (var question : questions) {
            refs.computeIfAbsent(question.resourceType(), _ -> new LinkedHashSet<>())
                    .addAll(question.resourceRefs());
        }
        var resources = new HashMap<String, LoadedResources<?>>();
        for (var entry : refs.entrySet()) {
            resources.put(entry.getKey(), store.load(entry.getKey(), entry.getValue()));
        }
        return resources;
    }

    private static ObjectNode answer(ConditionsRequest question, Map<String, LoadedResources<?>> resources) {
        var json = JsonNodeFactory.instance.objectNode().put("id", question.id());
        var ofType = resources.get(question.resourceType());
        if (ofType == null) {
            throw new IllegalStateException("Resources of type '" + question.resourceType() + "' were not loaded");
        }
        var decisions = question.resourceRefs().stream()
                .map(ref -> ofType.decide(question.conditions(), ref).name())
                .toList();
        if (question.single()) {
            return json.put("result", decisions.getFirst());
        }
        var results = json.putArray("result");
        decisions.forEach(results::add);
        return json;
    }
}
