// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

/** Shows a position in a text: its numbers, its line and a pointer below it. */
final class CodeFrame {
    private static final int WIDTH = 80;
    private static final int KEPT_BEFORE = 39;
    private static final int FAR_RIGHT = 60;

    private final String text;

    CodeFrame(String text) {
        this.text = text;
    }

    /** Lines and columns count from zero, but people count from one. */
    String describe(int line, int column) {
        var position = " at line " + (line + 1) + ", column " + (column + 1);
        var shown = lineAt(line);
        var at = column;
        if (at >= FAR_RIGHT && shown.length() > WIDTH) {
            var cut = Math.min(at - KEPT_BEFORE, shown.length() - WIDTH + 1);
            shown = "…" + shown.substring(cut);
            at -= cut - 1;
        }
        shown = shorten(shown);
        if (line > 0 && shown.substring(0, Math.min(at, shown.length())).isBlank()) {
            shown = shorten(lineAt(line - 1)) + "\n" + shown;
        }
        return shown.isBlank() ? position : position + ":\n\n" + shown + "\n" + " ".repeat(at) + "^\n";
    }

    private static String shorten(String line) {
        return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
    }

    private String lineAt(int line) {
        var start = 0;
        for (var skipped = 0; skipped < line; skipped++) {
            var end = text.indexOf('\n', start);
            if (end < 0) {
                return "";
            }
            start = end + 1;
        }
        var end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end).replaceAll("\r+$", "");
    }
}
