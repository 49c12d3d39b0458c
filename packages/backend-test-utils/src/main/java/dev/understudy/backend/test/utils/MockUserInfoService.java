// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.UserInfoService;
import java.util.ArrayList;
import java.util.List;

/** Every user owns by itself and by the same groups. */
record MockUserInfoService(List<String> groupEntityRefs) implements UserInfoService {
    @Override
    public UserInfo userInfo(BackstageCredentials credentials) {
        if (credentials.principal() instanceof BackstagePrincipal.User user) {
            var owners = new ArrayList<String>();
            owners.add(user.userEntityRef());
            owners.addAll(groupEntityRefs);
            return new UserInfo(user.userEntityRef(), owners);
        }
        throw new IllegalArgumentException(
                "User info not available for " + credentials.principal().type() + " principal");
    }
}
