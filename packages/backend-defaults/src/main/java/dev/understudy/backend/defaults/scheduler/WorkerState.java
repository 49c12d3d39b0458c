// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

/** What this process does about a task. */
enum WorkerState {
    INITIAL_WAIT("initial-wait"),
    IDLE("idle"),
    RUNNING("running");

    private final String text;

    WorkerState(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
