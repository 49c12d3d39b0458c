// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.List;

/** Tells what is known of a signed-in user. Thread-safe. Backstage counterpart: {@code UserInfoService}. */
public interface UserInfoService {
    /**
     * What is known of the user behind the credentials.
     *
     * @throws IllegalArgumentException when they are not a user's
     */
    UserInfo userInfo(BackstageCredentials credentials);

    /**
     * A user.
     *
     * @param userEntityRef the user's own entity
     * @param ownershipEntityRefs the entities by which the user owns things: the user and the user's groups
     */
    record UserInfo(String userEntityRef, List<String> ownershipEntityRefs) {
        public UserInfo {
            ownershipEntityRefs = List.copyOf(ownershipEntityRefs);
        }
    }
}
