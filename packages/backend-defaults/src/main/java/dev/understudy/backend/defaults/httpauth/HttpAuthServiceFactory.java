// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httpauth;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import java.time.Clock;

/** The default way to tell who sent a request. Backstage counterpart: {@code httpAuthServiceFactory}. */
public final class HttpAuthServiceFactory {
    private HttpAuthServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.HTTP_AUTH, factory -> {
            var auth = factory.require(CoreServices.AUTH);
            var discovery = factory.require(CoreServices.DISCOVERY);
            var plugin = factory.require(CoreServices.PLUGIN_METADATA);
            return () -> new DefaultHttpAuthService(
                    auth.get(), discovery.get(), plugin.get().id(), Clock.systemUTC());
        });
    }
}
