// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.DeclarationSite;
import dev.understudy.errors.ErrorNames;
import java.util.Optional;

/**
 * A reason why features do not fit together.
 *
 * @param message what is wrong, and where it was declared
 * @param cause what a callback threw
 * @param conflict whether things depend on each other
 */
record WiringProblem(String message, Optional<Throwable> cause, boolean conflict) {
    static WiringProblem of(String message) {
        return new WiringProblem(message, Optional.empty(), false);
    }

    static WiringProblem conflict(String message) {
        return new WiringProblem(message, Optional.empty(), true);
    }

    static WiringProblem at(DeclarationSite site, String message) {
        return of(message + " " + site.describe());
    }

    static WiringProblem at(DeclarationSite site, String message, Throwable cause) {
        return new WiringProblem(message + " " + site.describe(), Optional.of(cause), false);
    }

    /** A failure of a callback. */
    static WiringProblem at(DeclarationSite site, Throwable failure) {
        var message = failure.getMessage();
        return at(site, message == null ? ErrorNames.describe(failure) : message, failure);
    }
}
