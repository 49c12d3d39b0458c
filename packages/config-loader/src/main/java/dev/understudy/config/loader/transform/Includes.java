// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.transform;

import dev.understudy.config.loader.value.SourcedValue;
import dev.understudy.errors.ErrorNames;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Resolves {@code $env}, {@code $file} and {@code $include}. */
final class Includes {
    private static final List<String> KEYS = List.of("$file", "$env", "$include");

    /** What an include stands for; without a value the key is dropped. */
    record Included(@Nullable SourcedValue value, IncludeScope scope) {}

    private final Substitution substitution;
    private final IncludeFileReader files;

    Includes(Substitution substitution, IncludeFileReader files) {
        this.substitution = substitution;
        this.files = files;
    }

    /** The value that the object includes; nothing if the object is not an include. */
    Optional<Included> resolve(SourcedValue.Fields object, IncludeScope scope) throws TransformFailure {
        var key = object.fields().keySet().stream().filter(KEYS::contains).findFirst();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        if (object.fields().size() != 1) {
            throw new TransformFailure("include key " + key.get() + " should not have adjacent keys");
        }
        return Optional.of(resolve(key.get(), argument(object, key.get()), object, scope));
    }

    private Included resolve(String key, String argument, SourcedValue.Fields object, IncludeScope scope)
            throws TransformFailure {
        return switch (key) {
            case "$file" -> new Included(text(readFile(argument, scope), object), scope);
            case "$env" ->
                new Included(
                        substitution
                                .variable(argument)
                                .map(value -> text(value, object))
                                .orElse(null),
                        scope);
            default -> new IncludedFile(substitution, files).resolve(argument, scope);
        };
    }

    private String argument(SourcedValue.Fields object, String key) throws TransformFailure {
        if (object.fields().get(key) instanceof SourcedValue.Scalar scalar
                && scalar.value().isString()) {
            return substitution
                    .apply(scalar.value().stringValue())
                    .orElseThrow(() -> new TransformFailure(key + " substitution value was undefined"));
        }
        throw new TransformFailure(key + " include value is not a string");
    }

    private String readFile(String path, IncludeScope scope) throws TransformFailure {
        try {
            return files.read(scope.resolve(path)).stripTrailing();
        } catch (IOException | RuntimeException failure) {
            throw new TransformFailure("failed to read file " + path + ", " + ErrorNames.describe(failure));
        }
    }

    private static SourcedValue text(String value, SourcedValue place) {
        return new SourcedValue.Scalar(StringNode.valueOf(value), place.origin());
    }
}
