// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import dev.understudy.errors.BackendException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Parameters are not what a rule wants; its message is the list of issues, in JSON, as zod writes it. */
final class RuleParamsException extends BackendException {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleParamIssue> issues;

    RuleParamsException(List<RuleParamIssue> issues) {
        super(toText(issues), null);
        this.issues = List.copyOf(issues);
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
        return Map.of("issues", issues.stream().map(RuleParamIssue::toJson).toList());
    }

    private static String toText(List<RuleParamIssue> issues) {
        var indenter = new DefaultIndenter("  ", "\n");
        var separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("");
        var printer =
                new DefaultPrettyPrinter(separators).withArrayIndenter(indenter).withObjectIndenter(indenter);
        var json = JsonNodeFactory.instance.arrayNode();
        issues.forEach(issue -> json.add(issue.toJson()));
        return JsonMapper.shared().writer().with(printer).writeValueAsString(json);
    }
}
