// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into documents. Markers stand at the start of a line and nowhere else, whatever surrounds them. */
final class DocumentSplitter implements Iterator<DocumentSplitter.Part> {
    private final String text;
    private int offset;
    private int line;
    private @Nullable Part next;

    /** A document and the number of lines before it. */
    record Part(String text, int line) {}

    DocumentSplitter(String text) {
        this.text = text;
    }

    @Override
    public boolean hasNext() {
        while (next == null && offset < text.length()) {
            next = nextPart();
        }
        return next != null;
    }

    @Override
    public Part next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var part = next;
        next = null;
        return part;
    }

    private @Nullable Part nextPart() {
        var start = offset;
        var startLine = line;
        var started = false;
        while (offset < text.length()) {
            if (isMarker("---")) {
                if (started) {
                    break;
                }
                started = true;
            } else if (isMarker("...")) {
                skipLine();
                break;
            } else {
                started |= isContent();
            }
            skipLine();
        }
        return started ? new Part(text.substring(start, offset), startLine) : null;
    }

    private boolean isMarker(String marker) {
        if (!text.startsWith(marker, offset)) {
            return false;
        }
        var end = offset + marker.length();
        return end == text.length() || " \t\r\n".indexOf(text.charAt(end)) >= 0;
    }

    private boolean isContent() {
        var at = offset;
        while (at < text.length() && " \t\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == text.length()) {
            return false;
        }
        var character = text.charAt(at);
        return character != '\n' && character != '#' && (character != '%' || at > offset);
    }

    private void skipLine() {
        var end = text.indexOf('\n', offset);
        offset = end < 0 ? text.length() : end + 1;
        line++;
    }
}
