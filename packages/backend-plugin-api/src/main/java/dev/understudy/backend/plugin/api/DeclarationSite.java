// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import java.lang.StackWalker.StackFrame;

/**
 * The line of code that declared something, for messages.
 *
 * @param file the name of the source file
 * @param line the line in it, from 1
 */
public record DeclarationSite(String file, int line) {
    private static final StackWalker WALKER = StackWalker.getInstance();

    /** The line that called the class that calls this method. */
    public static DeclarationSite ofCaller() {
        return WALKER.walk(frames -> {
            var rest = frames.skip(1).iterator();
            var called = rest.next();
            var frame = called;
            while (frame.getClassName().equals(called.getClassName()) && rest.hasNext()) {
                frame = rest.next();
            }
            return of(frame);
        });
    }

    private static DeclarationSite of(StackFrame frame) {
        var file = frame.getFileName();
        return new DeclarationSite(file == null ? frame.getClassName() : file, frame.getLineNumber());
    }

    /** The site as messages append it: {@code (declared at File.java:12)}. */
    public String describe() {
        return "(declared at " + this + ")";
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
