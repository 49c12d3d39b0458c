// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.transform;

import dev.understudy.config.loader.value.SourcedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** One pass over a source's values. Goes on after a failure, so that all of them are reported. */
final class TransformRun {
    private static final int MAXIMUM_INCLUDES = 10_000;

    private final Substitution substitution;
    private final Optional<Includes> includes;
    private final List<String> problems = new ArrayList<>();
    private int included;

    TransformRun(Substitution substitution, Optional<Includes> includes) {
        this.substitution = substitution;
        this.includes = includes;
    }

    List<String> problems() {
        return problems;
    }

    @Nullable
    SourcedValue transform(SourcedValue value, String path, IncludeScope scope) {
        return switch (value) {
            case SourcedValue.Scalar scalar -> substituted(scalar);
            case SourcedValue.Items items -> items(items, path, scope);
            case SourcedValue.Fields object -> object(object, path, scope);
        };
    }

    private @Nullable SourcedValue substituted(SourcedValue.Scalar scalar) {
        if (!scalar.value().isString()) {
            return scalar;
        }
        return substitution
                .apply(scalar.value().stringValue())
                .map(text -> new SourcedValue.Scalar(StringNode.valueOf(text), scalar.origin()))
                .orElse(null);
    }

    private @Nullable SourcedValue object(SourcedValue.Fields object, String path, IncludeScope scope) {
        try {
            var include = includes.isEmpty()
                    ? Optional.<Includes.Included>empty()
                    : includes.get().resolve(object, scope);
            if (include.isEmpty()) {
                return fields(object, path, scope);
            }
            if (++included > MAXIMUM_INCLUDES) {
                throw new TransformFailure("there are more than " + MAXIMUM_INCLUDES + " includes");
            }
            return inside(include.get().value(), path, include.get().scope());
        } catch (TransformFailure failure) {
            problems.add("error at " + path + ", " + failure.getMessage());
            return null;
        }
    }

    /** An included value was transformed itself already, what is in it was not. */
    private @Nullable SourcedValue inside(@Nullable SourcedValue value, String path, IncludeScope scope) {
        return switch (value) {
            case SourcedValue.Items items -> items(items, path, scope);
            case SourcedValue.Fields object -> fields(object, path, scope);
            case SourcedValue.Scalar scalar -> scalar;
            case null -> null;
        };
    }

    private SourcedValue items(SourcedValue.Items items, String path, IncludeScope scope) {
        var results = new ArrayList<SourcedValue>();
        for (int index = 0; index < items.items().size(); index++) {
            var result = transform(items.items().get(index), path + "[" + index + "]", scope);
            if (result != null) {
                results.add(result);
            }
        }
        return new SourcedValue.Items(results, items.origin());
    }

    private SourcedValue fields(SourcedValue.Fields object, String path, IncludeScope scope) {
        var results = new LinkedHashMap<String, SourcedValue>();
        object.fields().forEach((name, value) -> {
            var result = transform(value, path + "." + name, scope);
            if (result != null) {
                results.put(name, result);
            }
        });
        return new SourcedValue.Fields(results, object.origin());
    }
}
