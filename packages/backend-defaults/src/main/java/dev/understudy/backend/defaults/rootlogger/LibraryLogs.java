// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The way from SLF4J, which is one per process, to the root logger. Until there is one, warnings and errors go to standard
 * error.
 */
final class LibraryLogs {
    private record Target(LogOutput output, Map<String, ?> fields) {}

    /** They warn of what clients do wrong, once for each time; the access log has it too. */
    private static final Set<String> OF_CLIENTS =
            Set.of("org.eclipse.jetty.http.HttpParser", "org.eclipse.jetty.util.HostPort");

    private static volatile Target target = new Target(
            new LogOutput(System.err, new ColoredFormat(Clock.systemUTC()), LogLevel.WARN),
            Map.of("service", "backstage"));

    private LibraryLogs() {}

    static void sendTo(LogOutput output, Map<String, ?> fields) {
        target = new Target(output, fields);
    }

    static boolean mayWrite(LogLevel level) {
        return target.output().mayWriteFromLibrary(level);
    }

    static void write(LogLevel level, String logger, String message, Map<String, ?> fields) {
        var current = target;
        var all = new LinkedHashMap<String, Object>(current.fields());
        all.put("logger", logger);
        all.putAll(fields);
        var least = OF_CLIENTS.contains(logger) ? LogLevel.ERROR : LogLevel.WARN;
        current.output().writeFromLibrary(new LogEntry(level, message, all), least);
    }
}
