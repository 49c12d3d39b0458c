// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache.infinispan;

import dev.understudy.config.Config;
import org.infinispan.client.hotrod.configuration.AuthenticationConfigurationBuilder;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;

/** Reads how to log in. */
final class InfinispanLogin {
    private InfinispanLogin() {}

    static void apply(Config section, ConfigurationBuilder builder) {
        var login = section.optionalConfig("authentication");
        if (login.flatMap(config -> config.optionalBool("enabled")).orElse(false)) {
            apply(login.get(), builder.security().authentication().enable());
        }
    }

    private static void apply(Config login, AuthenticationConfigurationBuilder builder) {
        login.optionalString("saslMechanism").ifPresent(builder::saslMechanism);
        login.optionalString("userName").ifPresent(builder::username);
        login.optionalString("password").ifPresent(builder::password);
        login.optionalString("token").ifPresent(builder::token);
    }
}
