// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Issues tokens that tell for whom they are, and accepts none. */
public final class TestAuth implements AuthService {
    @Override
    public BackstageCredentials authenticate(String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BackstageCredentials authenticateLimited(String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BackstageCredentials noneCredentials() {
        return TestCredentials.NONE;
    }

    @Override
    public BackstageCredentials ownServiceCredentials() {
        return TestCredentials.SERVICE;
    }

    @Override
    public String pluginRequestToken(BackstageCredentials onBehalfOf, String targetPluginId) {
        var name = switch (onBehalfOf.principal()) {
            case BackstagePrincipal.User user -> user.userEntityRef();
            case BackstagePrincipal.Service service -> service.subject();
            case BackstagePrincipal.None _ -> throw new IllegalArgumentException("nobody");
        };
        return name + "-for-" + targetPluginId;
    }

    @Override
    public LimitedUserToken limitedUserToken(BackstageCredentials credentials) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<JsonNode> listPublicServiceKeys() {
        return List.of();
    }
}
