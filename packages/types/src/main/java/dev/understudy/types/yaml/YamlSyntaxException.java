// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

/** A document is no YAML. */
final class YamlSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final int line;
    private final int column;

    /** The line and column count from zero; negative when they are not known. */
    YamlSyntaxException(String problem, int line, int column) {
        super(problem);
        this.problem = problem;
        this.line = line;
        this.column = column;
    }

    String describe(String stream, int linesBefore) {
        return line < 0 ? problem : problem + new CodeFrame(stream).describe(linesBefore + line, column);
    }
}
