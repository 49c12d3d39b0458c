// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.scheduler;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the reference writes them. */
final class TaskTimes {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    private TaskTimes() {}

    static String utc(Instant time) {
        return UTC.format(time.atZone(ZoneOffset.UTC));
    }

    /** In the time zone of the process. */
    static String local(Instant time) {
        return WITH_OFFSET.format(time.atZone(ZoneId.systemDefault()));
    }
}
