// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.Optional;

/**
 * Who a request comes from; {@code toString} is the same for the same principal, and safe to show.
 *
 * <p>Backstage counterparts: {@code BackstageUserPrincipal} and its siblings.
 */
public sealed interface BackstagePrincipal {
    /** The name of this kind of principal in JSON and in messages. */
    String type();

    /** A signed-in user; the actor is the service that forwarded the request, if one did. */
    record User(String userEntityRef, Optional<Service> actor) implements BackstagePrincipal {
        @Override
        public String type() {
            return "user";
        }

        @Override
        public String toString() {
            return "userPrincipal{" + userEntityRef
                    + actor.map(service -> ",actor={" + service + "}").orElse("") + "}";
        }
    }

    /** Another plugin or an external system. */
    record Service(String subject, Optional<AccessRestrictions> accessRestrictions) implements BackstagePrincipal {
        @Override
        public String type() {
            return "service";
        }

        @Override
        public String toString() {
            return "servicePrincipal{" + subject
                    + accessRestrictions
                            .map(limits -> ",accessRestrictions=" + limits.hash())
                            .orElse("") + "}";
        }
    }

    /** Nobody: the request has no credentials. */
    record None() implements BackstagePrincipal {
        @Override
        public String type() {
            return "none";
        }

        @Override
        public String toString() {
            return "nonePrincipal";
        }
    }
}
