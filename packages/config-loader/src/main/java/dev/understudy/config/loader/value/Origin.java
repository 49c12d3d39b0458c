// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.value;

/**
 * Where a configuration value was written.
 *
 * @param source the file's path, the URL, or the environment variable's name
 * @param line the line in it, counted from 1; 0 where lines mean nothing
 */
public record Origin(String source, int line) {
    /** The place in the form that editors and terminals turn into a link, {@code file:line}. */
    @Override
    public String toString() {
        return line > 0 ? source + ":" + line : source;
    }
}
