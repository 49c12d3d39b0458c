// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/** When a service is created. Backstage counterpart: {@code initialization}. */
public enum Startup {
    /** Before any plugin starts; for a plugin service, before its plugin and modules start, for every plugin. */
    EAGER,
    /** When it is first needed. */
    LAZY
}
