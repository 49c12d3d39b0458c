// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.RootHealthService;
import dev.understudy.backend.plugin.api.service.RootLifecycleService;
import dev.understudy.config.Config;

/** What the server is made from. */
record RootServices(
        Config config,
        LoggerService logger,
        RootLifecycleService lifecycle,
        RootHealthService health,
        NodeEnvironment environment) {}
