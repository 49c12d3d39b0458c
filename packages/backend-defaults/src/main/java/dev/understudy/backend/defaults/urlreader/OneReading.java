// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

/** Lets something be read once. */
final class OneReading {
    private boolean started;

    void start() {
        if (started) {
            throw new IllegalStateException("Response has already been read");
        }
        started = true;
    }
}
