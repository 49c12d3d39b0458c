// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

import dev.understudy.types.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What zod 3 would say of a value, had the JSON schema been written with it: clients of Backstage read its issues. Keywords
 * that zod does not have are passed over.
 */
public final class ZodIssues {
    private final JsonNode root;

    private ZodIssues(JsonNode root) {
        this.root = root;
    }

    /** The issues; none when the value fits. */
    public static ArrayNode of(JsonNode schema, JsonNode value) {
        var issues = array();
        new ZodIssues(schema).check(schema, value, array(), issues);
        return issues;
    }

    /** An issue that zod does not have. */
    public static ArrayNode of(String message, List<String> steps) {
        var path = array();
        steps.forEach(path::add);
        return array().add(ZodIssue.other(message, path));
    }

    /** Whether a value has the right shape, though it may break a rule: such a one ends the search among alternatives. */
    private enum Verdict {
        FITS,
        BREAKS_RULE,
        MISFITS;

        Verdict worse(Verdict other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private Verdict check(JsonNode schema, JsonNode value, ArrayNode path, ArrayNode issues) {
        if (schema.has("$ref")) {
            var target = schema.path("$ref").asString("#").substring(1);
            return check(root.at(JsonPointer.compile(target)), value, path, issues);
        }
        if (schema.has("anyOf")) {
            return union(schema.path("anyOf").valueStream().toList(), value, path, issues);
        }
        if (schema.has("const")) {
            return unless(
                    schema.path("const").equals(value),
                    () -> issues.add(ZodIssue.notTheLiteral(schema.path("const"), value, path)));
        }
        if (schema.has("enum")) {
            boolean known = schema.path("enum").valueStream().anyMatch(value::equals);
            return unless(known, () -> issues.add(ZodIssue.notOneOf(schema.path("enum"), value, path)));
        }
        return schema.path("type").isArray()
                ? types(schema, value, path, issues)
                : type(schema.path("type").asString(""), schema, value, path, issues);
    }

    private Verdict types(JsonNode schema, JsonNode value, ArrayNode path, ArrayNode issues) {
        var names = schema.path("type").valueStream().map(JsonNode::stringValue).toList();
        if (names.contains("null") && value.isNull()) {
            return Verdict.FITS;
        }
        var others = names.stream().filter(name -> !name.equals("null")).toList();
        if (others.size() == 1) {
            return type(others.getFirst(), schema, value, path, issues);
        }
        return union(
                others.stream()
                        .<JsonNode>map(
                                name -> JsonNodeFactory.instance.objectNode().put("type", name))
                        .toList(),
                value,
                path,
                issues);
    }

    private Verdict union(List<JsonNode> options, JsonNode value, ArrayNode path, ArrayNode issues) {
        var failures = new ArrayList<ArrayNode>();
        @Nullable ArrayNode broken = null;
        for (var option : options) {
            var own = array();
            var verdict = check(option, value, path, own);
            if (verdict == Verdict.FITS) {
                return verdict;
            }
            if (verdict == Verdict.BREAKS_RULE && broken == null) {
                broken = own;
            }
            failures.add(own);
        }
        if (broken != null) {
            issues.addAll(broken);
            return Verdict.BREAKS_RULE;
        }
        var unionErrors = array();
        failures.forEach(own -> unionErrors.addObject().set("issues", own).put("name", "ZodError"));
        issues.add(ZodIssue.noneFits(unionErrors, path));
        return Verdict.MISFITS;
    }

    private Verdict type(String type, JsonNode schema, JsonNode value, ArrayNode path, ArrayNode issues) {
        boolean fits = switch (type) {
            case "string" -> value.isString();
            case "number", "integer" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
        if (!fits) {
            issues.add(ZodIssue.wrongType(type.equals("integer") ? "number" : type, value, path));
            return Verdict.MISFITS;
        }
        return switch (type) {
            case "string" -> text(schema, value, path, issues);
            case "number", "integer" ->
                ZodNumbers.check(schema, value, path, issues) ? Verdict.FITS : Verdict.BREAKS_RULE;
            case "array" -> items(schema, value, path, issues);
            case "object" -> fields(schema, value, path, issues);
            default -> Verdict.FITS;
        };
    }

    private static Verdict text(JsonNode schema, JsonNode value, ArrayNode path, ArrayNode issues) {
        var text = value.stringValue();
        boolean fits =
                ZodSize.STRING.check(text.length(), schema.path("minLength"), schema.path("maxLength"), path, issues);
        if (schema.has("pattern")
                && !Pattern.compile(schema.path("pattern").stringValue())
                        .matcher(text)
                        .find()) {
            issues.add(ZodIssue.pattern(path));
            fits = false;
        }
        if (isUrl(schema) && !Schemas.url().accepts(value)) {
            issues.add(ZodIssue.url(path));
            fits = false;
        }
        return fits ? Verdict.FITS : Verdict.BREAKS_RULE;
    }

    private static boolean isUrl(JsonNode schema) {
        return schema.path("format").asString("").equals("uri");
    }

    private Verdict items(JsonNode schema, JsonNode value, ArrayNode path, ArrayNode issues) {
        boolean fits =
                ZodSize.ARRAY.check(value.size(), schema.path("minItems"), schema.path("maxItems"), path, issues);
        var verdict = fits ? Verdict.FITS : Verdict.BREAKS_RULE;
        for (int i = 0; i < value.size(); i++) {
            var below = path.deepCopy().add(i);
            verdict = verdict.worse(check(schema.path("items"), value.get(i), below, issues));
        }
        return verdict;
    }

    private Verdict fields(JsonNode schema, JsonNode value, ArrayNode path, ArrayNode issues) {
        var verdict = Verdict.FITS;
        var required =
                schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        for (var property : schema.path("properties").properties()) {
            var name = property.getKey();
            if (value.has(name) || required.contains(name)) {
                var below = path.deepCopy().add(name);
                verdict = verdict.worse(check(property.getValue(), value.path(name), below, issues));
            }
        }
        var others = schema.path("additionalProperties");
        if (others.isObject() && !schema.has("properties")) {
            for (var field : value.properties()) {
                var below = path.deepCopy().add(field.getKey());
                verdict = verdict.worse(check(others, field.getValue(), below, issues));
            }
        }
        return verdict;
    }

    private static Verdict unless(boolean fits, Runnable report) {
        if (!fits) {
            report.run();
        }
        return fits ? Verdict.FITS : Verdict.MISFITS;
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
