// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Stack traces as text, for a field of a log line. */
public final class StackTraces {
    private StackTraces() {}

    public static String of(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString().stripTrailing();
    }
}
