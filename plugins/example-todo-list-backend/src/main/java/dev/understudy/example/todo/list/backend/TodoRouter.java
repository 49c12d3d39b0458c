// SPDX-License-Identifier: Apache-2.0
package dev.understudy.example.todo.list.backend;

import static dev.understudy.backend.plugin.api.service.HttpAuthService.Allow.USER;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.http.JsonBody;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.errors.InputException;
import dev.understudy.errors.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class TodoRouter {
    private final TodoStore store;
    private final HttpAuthService httpAuth;
    private final List<TodoListener> listeners;

    private TodoRouter(TodoStore store, HttpAuthService httpAuth, List<TodoListener> listeners) {
        this.store = store;
        this.httpAuth = httpAuth;
        this.listeners = List.copyOf(listeners);
    }

    static HttpRouter create(TodoStore store, HttpAuthService httpAuth, List<TodoListener> listeners) {
        var router = new TodoRouter(store, httpAuth, listeners);
        return HttpRouter.create()
                .get("/todos", _ -> HttpResponse.json(Map.of("items", router.store.list())))
                .get("/todos/:id", router::byId)
                .post("/todos", router::add);
    }

    private HttpResponse byId(HttpRequest request) {
        var id = request.param("id");
        return id(id).flatMap(store::byId)
                .map(HttpResponse::json)
                .orElseThrow(() -> new NotFoundException("No to-do with id '" + id + "'"));
    }

    private HttpResponse add(HttpRequest request) throws Exception {
        var user = (BackstagePrincipal.User) httpAuth.credentials(request, USER).principal();
        var title = JsonBody.read(request)
                .map(body -> body.path("title").asString("").trim())
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new InputException("A to-do needs a 'title'"));
        var todo = store.add(title, user.userEntityRef());
        listeners.forEach(listener -> listener.added(todo));
        return HttpResponse.json(todo).withStatus(201);
    }

    private static Optional<Long> id(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
