// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.errors.BackendException;
import dev.understudy.errors.ErrorNames;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plugins or modules failed that must not fail. The first failure is the cause, the others are suppressed.
 *
 * <p>Backstage counterpart: {@code BackendStartupError}.
 */
public final class BackendStartupException extends BackendException {
    private static final long serialVersionUID = 1L;

    private final transient BackendStartupResult result;

    BackendStartupException(BackendStartupResult result) {
        super(messageOf(result), null);
        this.result = result;
        failuresOf(result).skip(1).forEach(failure -> addSuppressed(failure.error()));
    }

    /** How all plugins and modules started, the failed ones and the others. */
    public BackendStartupResult result() {
        return result;
    }

    @Override
    public String name() {
        return "BackendStartupError";
    }

    @Override
    public synchronized @Nullable Throwable getCause() {
        return failuresOf(result).map(Failure::error).findFirst().orElse(null);
    }

    private record Failure(Owner owner, Throwable error) {}

    private static String messageOf(BackendStartupResult result) {
        var lines = failuresOf(result)
                .map(failure -> "  " + failure.owner().describeCapitalized() + " startup failed; caused by "
                        + ErrorNames.describe(failure.error()))
                .toList();
        return String.join(
                "\n",
                Stream.concat(Stream.of("Backend startup failed due to the following errors:"), lines.stream())
                        .toList());
    }

    private static Stream<Failure> failuresOf(BackendStartupResult result) {
        return result.plugins().stream().flatMap(plugin -> failuresOf(plugin).stream());
    }

    private static List<Failure> failuresOf(PluginStartupResult plugin) {
        var owner = Owner.plugin(plugin.pluginId());
        return Stream.concat(
                        plugin.failure().stream()
                                .filter(failure -> !failure.allowed())
                                .map(failure -> new Failure(owner, failure.error())),
                        plugin.modules().stream()
                                .flatMap(module -> module.failure().stream()
                                        .filter(failure -> !failure.allowed())
                                        .map(failure -> new Failure(
                                                Owner.module(plugin.pluginId(), module.moduleId()), failure.error()))))
                .toList();
    }
}
