// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import dev.understudy.errors.BackendException;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A value is not what was wanted; the message is the list of issues, in JSON, as zod writes it. */
public final class ZodException extends BackendException {
    private static final long serialVersionUID = 1L;

    private final transient ArrayNode issues;

    public ZodException(ArrayNode issues) {
        super(toText(issues), null);
        this.issues = issues.deepCopy();
    }

    /** Issues as text. Backstage counterpart: zod's {@code error.toString()}. */
    public static String toText(ArrayNode issues) {
        var indenter = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        var printer =
                new DefaultPrettyPrinter(separators).withArrayIndenter(indenter).withObjectIndenter(indenter);
        return JsonMapper.shared().writer().with(printer).writeValueAsString(issues);
    }

    @Override
    public String name() {
        return "ZodError";
    }

    /** As zod's errors, without the name. */
    @Override
    protected String describe() {
        return Objects.requireNonNullElse(getMessage(), "");
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of("issues", issues);
    }
}
