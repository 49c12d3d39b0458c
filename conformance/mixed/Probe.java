// SPDX-License-Identifier: Apache-2.0
import static dev.understudy.backend.defaults.BackendDefaults.createBackend;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.service.HttpAuthService.Allow.SERVICE;
import static dev.understudy.backend.plugin.api.service.HttpAuthService.Allow.USER;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.http.JsonBody;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.EventSubscription;
import dev.understudy.backend.plugin.api.service.EventsService;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.backend.plugin.api.service.HttpRouterService.HttpAuthPolicy;
import dev.understudy.backend.plugin.api.service.PermissionsService;
import dev.understudy.backend.plugin.api.service.PermissionsService.AuthorizeRequest;
import dev.understudy.backend.plugin.api.service.UserInfoService;
import dev.understudy.permission.common.Permission;
import dev.understudy.permission.common.PolicyDecision;
import dev.understudy.permission.common.ResourcePermission;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;

/** A backend of ours with one plugin, {@code probe-ours}, that tells what it sees of who calls it, and calls others. */
public final class Probe {
    private record Services(
            AuthService auth,
            HttpAuthService httpAuth,
            UserInfoService userInfo,
            DiscoveryService discovery,
            PermissionsService permissions,
            EventsService events) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<Object> received = new ConcurrentLinkedQueue<>();
    private final Services services;

    private Probe(Services services) {
        this.services = services;
    }

    public static void main(String[] arguments) {
        var backend = createBackend(arguments);
        backend.add(Probe::feature);
        backend.start();
    }

    private static BackendFeature feature() {
        return createBackendPlugin("probe-ours", reg -> {
            var auth = reg.require(CoreServices.AUTH);
            var httpAuth = reg.require(CoreServices.HTTP_AUTH);
            var userInfo = reg.require(CoreServices.USER_INFO);
            var discovery = reg.require(CoreServices.DISCOVERY);
            var permissions = reg.require(CoreServices.PERMISSIONS);
            var events = reg.require(CoreServices.EVENTS);
            var httpRouter = reg.require(CoreServices.HTTP_ROUTER);
            reg.registerInit(() -> {
                var probe = new Probe(new Services(
                        auth.get(), httpAuth.get(), userInfo.get(), discovery.get(), permissions.get(), events.get()));
                httpRouter.get().use(probe.router());
                httpRouter.get().addAuthPolicy("/limited", HttpAuthPolicy.USER_COOKIE);
                events.get().subscribe(new EventSubscription("probe", List.of("mixed.theirs"), probe::received));
            });
        });
    }

    private HttpRouter router() {
        return HttpRouter.create()
                .get("/whoami", request -> whoami(services.httpAuth.credentials(request, USER, SERVICE)))
                .get("/limited", request -> whoami(services.httpAuth.limitedCredentials(request, USER)))
                .get("/cookie", this::cookie)
                .get("/token", this::token)
                .get("/ask", this::ask)
                .post("/authorize", this::authorize)
                .post("/publish", this::publish)
                .get("/events", _ -> HttpResponse.json(received));
    }

    private HttpResponse whoami(BackstageCredentials credentials) {
        var answer = new HashMap<String, Object>(Map.of("type", credentials.principal().type()));
        switch (credentials.principal()) {
            case BackstagePrincipal.User user -> {
                answer.put("userEntityRef", user.userEntityRef());
                user.actor().ifPresent(actor -> answer.put("actor", actor.subject()));
                answer.put("info", services.userInfo.userInfo(credentials));
            }
            case BackstagePrincipal.Service service -> answer.put("subject", service.subject());
            case BackstagePrincipal.None() -> {}
        }
        return HttpResponse.json(answer);
    }

    private HttpResponse cookie(HttpRequest request) {
        var cookie = services.httpAuth.issueUserCookie(request);
        return HttpResponse.json(Map.of("expiresAt", cookie.expiresAt().toString()))
                .withAddedHeader("Set-Cookie", cookie.setCookie());
    }

    private HttpResponse token(HttpRequest request) {
        var plugin = request.query().first("plugin").orElseThrow();
        return HttpResponse.json(
                Map.of("token", services.auth.pluginRequestToken(services.auth.ownServiceCredentials(), plugin)));
    }

    /** Calls another plugin, for itself or for the one who calls. */
    private HttpResponse ask(HttpRequest request) throws Exception {
        var plugin = request.query().first("plugin").orElseThrow();
        var credentials = request.query().first("as").orElse("").equals("caller")
                ? services.httpAuth.credentials(request)
                : services.auth.ownServiceCredentials();
        var url = URI.create(services.discovery.baseUrl(plugin) + request.query().first("path").orElseThrow());
        var call = java.net.http.HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + services.auth.pluginRequestToken(credentials, plugin));
        var answer = client.send(call.build(), BodyHandlers.ofString());
        return HttpResponse.jsonText(answer.body()).withStatus(answer.statusCode());
    }

    private HttpResponse authorize(HttpRequest request) throws Exception {
        var credentials = services.httpAuth.credentials(request);
        var question = JsonBody.read(request).orElseThrow();
        var permission = Permission.parse(question.path("permission")).orElseThrow();
        return HttpResponse.json(decision(permission, question, credentials).toJson());
    }

    private PolicyDecision decision(Permission permission, JsonNode question, BackstageCredentials credentials) {
        if (!(permission instanceof ResourcePermission resource)) {
            return services.permissions.authorize(permission, credentials);
        }
        return question.has("resourceRef")
                ? services.permissions
                        .authorize(
                                List.of(AuthorizeRequest.of(resource, question.path("resourceRef").asString())), credentials)
                        .getFirst()
                : services.permissions.authorizeConditional(List.of(resource), credentials).getFirst();
    }

    private HttpResponse publish(HttpRequest request) throws Exception {
        services.events.publish(EventParams.of("mixed.ours", JsonBody.read(request).orElseThrow()));
        return HttpResponse.status(204);
    }

    private void received(EventParams event) {
        received.add(Map.of("topic", event.topic(), "payload", event.payload()));
    }
}
