// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.userinfo;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import java.time.Clock;

/** What tokens and the auth plugin tell of users. Backstage counterpart: {@code userInfoServiceFactory}. */
public final class UserInfoServiceFactory {
    private UserInfoServiceFactory() {}

    public static BackendFeature factory() {
        return createServiceFactory(CoreServices.USER_INFO, factory -> {
            var known = factory.shared(_ -> () -> new UserInfoCache(Clock.systemUTC()));
            var discovery = factory.require(CoreServices.DISCOVERY);
            return () -> new DefaultUserInfoService(discovery.get(), known.get());
        });
    }
}
