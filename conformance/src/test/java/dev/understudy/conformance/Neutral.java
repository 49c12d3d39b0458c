// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Makes what differs from run to run the same: times, UUIDs, tokens, cursors, the data folder and our own URL. */
final class Neutral {
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern GENERATED = Pattern.compile("generated-[0-9a-f]{40}");
    private static final Pattern CURSOR =
            Pattern.compile("\"(cursor|nextCursor|prevCursor|nextPageCursor|previousPageCursor)\":\"[^\"]*\"");

    private static final String DATA = Path.of("data").toAbsolutePath().toString();

    private final String base;

    Neutral(String base) {
        this.base = base;
    }

    String text(String text) {
        var neutral = text.replace(DATA, "<data>")
                .replace(base, "<base>")
                .replace(base.replace("127.0.0.1", "localhost"), "<base>");
        neutral = TOKEN.matcher(neutral).replaceAll("<jwt>");
        neutral = TIME.matcher(neutral).replaceAll("<time>");
        neutral = UUID.matcher(neutral).replaceAll("<uuid>");
        neutral = GENERATED.matcher(neutral).replaceAll("generated-<hash>");
        return CURSOR.matcher(neutral).replaceAll("\"$1\":\"<cursor>\"");
    }
}
