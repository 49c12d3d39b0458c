// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import dev.understudy.backend.defaults.auth.ExternalAccess;
import dev.understudy.backend.defaults.httpauth.RequestTokens;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.config.Config;
import dev.understudy.errors.AuthenticationException;
import java.util.function.Supplier;

/** Lets in other systems by their token, and without one whoever sits at this machine, as long as there is a page. */
final class StartupAccess {
    /** The name by which {@code accessRestrictions} of tokens can allow this. */
    private static final String PLUGIN_ID = "understudy";

    private final boolean local;
    private final Supplier<ExternalAccess> tokens;

    StartupAccess(Config config, StartupSettings settings) {
        this.local = settings.page();
        this.tokens = new Lazy<>(() -> ExternalAccess.fromConfig(config, PLUGIN_ID));
    }

    /**
     * @throws AuthenticationException when the token is missing or unknown
     * @throws dev.understudy.errors.NotAllowedException when it is for other plugins
     */
    void require(HttpRequest request) {
        var token = RequestTokens.bearer(request);
        if (token.isPresent()) {
            tokens.get().require(token.get());
        } else if (!local || !LocalRequests.isLocal(request)) {
            throw new AuthenticationException("Missing credentials");
        }
    }
}
