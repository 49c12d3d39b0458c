// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

import java.util.Iterator;
import tools.jackson.databind.JsonNode;

/**
 * The documents of a YAML stream, read one by one as they are asked for. A malformed document does not spoil the others.
 *
 * <p>Iterating throws {@link YamlAliasException} for aliases that refer to nothing or multiply beyond reason.
 */
public final class YamlDocuments implements Iterable<YamlDocument> {
    private final String text;

    private YamlDocuments(String text) {
        this.text = text;
    }

    /** The documents in a text. */
    public static YamlDocuments of(String text) {
        return new YamlDocuments(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    @Override
    public Iterator<YamlDocument> iterator() {
        var parts = new DocumentSplitter(text);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return parts.hasNext();
            }

            @Override
            public YamlDocument next() {
                return read(parts.next());
            }
        };
    }

    /** A problem with there being a second document, with its place. */
    public String describeSecond(String problem) {
        var parts = new DocumentSplitter(text);
        parts.next();
        return new YamlSyntaxException(problem, 0, 0)
                .describe(text, parts.next().line());
    }

    private YamlDocument read(DocumentSplitter.Part part) {
        try {
            return new YamlDocument.Content(compose(part.text(), false));
        } catch (YamlSyntaxException _) {
            return new YamlDocument.Malformed(explain(part));
        }
    }

    // positions are costly and rarely wanted, so they are only kept the second time around
    private String explain(DocumentSplitter.Part part) {
        try {
            compose(part.text(), true);
            throw new IllegalStateException("A document was malformed at first, but not when read again");
        } catch (YamlSyntaxException problem) {
            return problem.describe(text, part.line());
        }
    }

    private static JsonNode compose(String text, boolean marks) {
        return new NodeComposer(text, marks).compose();
    }
}
