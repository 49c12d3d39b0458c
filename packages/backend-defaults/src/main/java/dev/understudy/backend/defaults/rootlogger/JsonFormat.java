// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One JSON object, its names sorted. */
final class JsonFormat implements LogFormat {
    @Override
    public String format(LogEntry entry) {
        var line = new TreeMap<String, @Nullable Object>(entry.fields());
        line.put("level", entry.level().label());
        line.put("message", entry.message());
        var out = new StringBuilder(256);
        LogJson.write(out, line, true);
        return out.toString();
    }
}
