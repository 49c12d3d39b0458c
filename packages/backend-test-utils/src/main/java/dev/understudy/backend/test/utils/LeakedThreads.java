// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Platform threads that were not there before. Virtual threads cannot be listed. */
final class LeakedThreads {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Threads that the JVM, the build and drivers keep for the whole process. */
    private static final List<String> OF_THE_PROCESS =
            List.of("ForkJoinPool", "log:pid", "postgres:pid", "PostgreSQL-JDBC-", "surefire-", "junit-");

    private static final Set<String> GROUPS_OF_THE_JVM = Set.of("system", "InnocuousThreadGroup");

    private final Set<Thread> before = live();

    private LeakedThreads() {}

    static LeakedThreads begin() {
        return new LeakedThreads();
    }

    /** What to complain of, after some time for threads that are just ending. */
    Optional<String> complaint() {
        return Patience.await(PATIENCE, () -> names().isEmpty())
                ? Optional.empty()
                : Optional.of("Threads are still running: " + String.join(", ", names()));
    }

    private List<String> names() {
        return live().stream()
                .filter(thread -> !before.contains(thread) && !isOfTheJvm(thread))
                .map(Thread::getName)
                .filter(name -> OF_THE_PROCESS.stream().noneMatch(name::startsWith))
                .sorted()
                .toList();
    }

    private static boolean isOfTheJvm(Thread thread) {
        var group = thread.getThreadGroup();
        return group == null || GROUPS_OF_THE_JVM.contains(group.getName());
    }

    private static Set<Thread> live() {
        return Thread.getAllStackTraces().keySet();
    }
}
