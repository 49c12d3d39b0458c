// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

/** The names that exceptions have on the wire. */
public final class ErrorNames {
    private ErrorNames() {}

    /** The name of any failure: its own where it has one, {@code Error} otherwise. */
    public static String nameOf(Throwable failure) {
        return failure instanceof BackendException named ? named.name() : "Error";
    }

    /** The failure in one line, {@code Name: message}. Backstage counterpart: {@code stringifyError}. */
    public static String describe(Throwable failure) {
        if (failure instanceof BackendException named) {
            return named.describe();
        }
        var message = failure.getMessage();
        return "Error: " + (message == null ? failure.getClass().getSimpleName() : message);
    }
}
