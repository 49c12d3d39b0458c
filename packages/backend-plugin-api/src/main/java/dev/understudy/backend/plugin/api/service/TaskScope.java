// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/** Where a task runs. */
public enum TaskScope {
    /** In one of all processes that schedule it, whichever is first. */
    GLOBAL("global"),
    /** In every process that schedules it. */
    LOCAL("local");

    private final String text;

    TaskScope(String text) {
        this.text = text;
    }

    /** The name in configuration and JSON. */
    public String text() {
        return text;
    }
}
