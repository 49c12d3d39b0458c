// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import dev.understudy.backend.plugin.api.service.AccessRestrictions;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Credentials made by hand. */
public record TestCredentials(BackstagePrincipal principal) implements BackstageCredentials {
    public static final TestCredentials NONE = new TestCredentials(new BackstagePrincipal.None());
    public static final TestCredentials USER =
            new TestCredentials(new BackstagePrincipal.User("user:default/jane", Optional.empty()));
    public static final TestCredentials SERVICE = service("plugin:test");

    public static TestCredentials service(String subject) {
        return new TestCredentials(new BackstagePrincipal.Service(subject, Optional.empty()));
    }

    /** A user for whom a service asks. */
    public static TestCredentials userThrough(String subject) {
        var actor = new BackstagePrincipal.Service(subject, Optional.empty());
        return new TestCredentials(new BackstagePrincipal.User("user:default/jane", Optional.of(actor)));
    }

    public static TestCredentials restricted(Set<String> permissionNames, Set<String> permissionActions) {
        var restrictions = new AccessRestrictions(permissionNames, permissionActions);
        return new TestCredentials(new BackstagePrincipal.Service("external:test", Optional.of(restrictions)));
    }

    @Override
    public Optional<Instant> expiresAt() {
        return Optional.empty();
    }
}
