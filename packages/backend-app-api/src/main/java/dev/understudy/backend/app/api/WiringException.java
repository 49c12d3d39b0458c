// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.errors.BackendException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells why features do not fit together: every problem that was found, each with where it was declared. What callbacks
 * threw is the cause, or suppressed where there is more than one.
 */
public final class WiringException extends BackendException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;
    private final boolean conflict;
    private final @Nullable Throwable firstCause;

    private WiringException(List<WiringProblem> problems) {
        var messages = problems.stream().map(WiringProblem::message).distinct().toList();
        super(messageOf(messages), null);
        this.problems = messages;
        this.conflict = problems.stream().allMatch(WiringProblem::conflict);
        var causes =
                problems.stream().flatMap(problem -> problem.cause().stream()).toList();
        this.firstCause = causes.isEmpty() ? null : causes.getFirst();
        causes.stream().skip(1).forEach(this::addSuppressed);
    }

    static WiringException of(List<WiringProblem> problems) {
        return new WiringException(problems);
    }

    static WiringException of(WiringProblem problem) {
        return of(List.of(problem));
    }

    /** The problems; never empty. */
    public List<String> problems() {
        return problems;
    }

    @Override
    public String name() {
        return conflict ? "ConflictError" : "Error";
    }

    @Override
    public synchronized @Nullable Throwable getCause() {
        return firstCause;
    }

    private static String messageOf(List<String> messages) {
        return messages.size() == 1
                ? messages.getFirst()
                : "Found " + messages.size() + " problems:\n  " + String.join("\n  ", messages);
    }
}
