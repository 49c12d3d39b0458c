// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

/** Wraps or replaces how plugin tokens are made and verified. */
@FunctionalInterface
public interface PluginTokenHandlerDecorator {
    PluginTokenHandler decorate(PluginTokenHandler handler);
}
