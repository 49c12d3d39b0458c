// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.backend.plugin.api.service.AuditorService;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.backend.plugin.api.service.PermissionsRegistryService;
import dev.understudy.backend.plugin.api.service.PermissionsService;

/** What deciding on requests takes. */
record RequestServices(
        PermissionsService permissions,
        PermissionsRegistryService permissionsRegistry,
        AuthService auth,
        HttpAuthService httpAuth,
        AuditorService auditor) {}
