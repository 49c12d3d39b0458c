// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.http.HttpRouter;

/** The endpoint for programs, and the page that shows people the same. */
final class StartupRoutes {
    private StartupRoutes() {}

    static HttpHandler create(StartupExplanation explanation, StartupAccess access, StartupSettings settings) {
        var router = HttpRouter.create().get("/startup", request -> {
            access.require(request);
            return HttpResponse.json(explanation.toJson()).withHeader("Cache-Control", "no-store");
        });
        if (settings.page()) {
            router.get("/", _ -> StartupPage.response());
        }
        return request -> router.handle(request, _ -> HttpResponse.status(404));
    }
}
