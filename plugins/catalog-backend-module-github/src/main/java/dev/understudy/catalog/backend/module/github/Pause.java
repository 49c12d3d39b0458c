// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
interface Pause {
    void sleep(Duration time) throws InterruptedException;
}
