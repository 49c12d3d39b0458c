// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A part of the start of a backend; one follows the other.
 *
 * @param name what happens in it, such as {@code root services}
 * @param resultAt when it ended; empty while it lasts
 */
public record StartupPhase(String name, Instant beginAt, Optional<Instant> resultAt) {}
