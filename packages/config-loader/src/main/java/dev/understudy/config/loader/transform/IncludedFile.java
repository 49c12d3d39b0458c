// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.transform;

import dev.understudy.config.loader.transform.Includes.Included;
import dev.understudy.config.loader.value.Origin;
import dev.understudy.config.loader.value.SourcedValue;
import dev.understudy.config.loader.yaml.JsonParser;
import dev.understudy.config.loader.yaml.YamlParser;
import dev.understudy.errors.ErrorNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Resolves {@code $include}: a file, or what a dotted path after {@code #} finds in it. */
final class IncludedFile {
    private final Substitution substitution;
    private final IncludeFileReader files;

    IncludedFile(Substitution substitution, IncludeFileReader files) {
        this.substitution = substitution;
        this.files = files;
    }

    Included resolve(String argument, IncludeScope scope) throws TransformFailure {
        var hash = argument.indexOf('#');
        var name = hash < 0 ? argument : argument.substring(0, hash);
        var dataPath = hash < 0 ? "" : argument.substring(hash + 1);
        checkExtension(name);
        var path = scope.resolve(name);
        var inside = scope.enter(path, dataPath);
        var content = parse(read(path), name, path);
        return new Included(substituted(walk(content, dataPath, name)), inside);
    }

    private static void checkExtension(String name) throws TransformFailure {
        if (!List.of(".json", ".yaml", ".yml").contains(extension(name))) {
            throw new TransformFailure("no configuration parser available for included file " + name);
        }
    }

    private static String extension(String name) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        var dot = file.lastIndexOf('.');
        return dot <= 0 ? "" : file.substring(dot);
    }

    private String read(Path path) throws TransformFailure {
        try {
            return files.read(path);
        } catch (IOException | RuntimeException failure) {
            throw new TransformFailure(String.valueOf(failure.getMessage()));
        }
    }

    private static SourcedValue parse(String text, String name, Path path) throws TransformFailure {
        try {
            var source = path.toString();
            return extension(name).equals(".json")
                    ? JsonParser.parse(text, source)
                    : YamlParser.parse(text, source)
                            .orElseGet(() -> SourcedValue.of(NullNode.getInstance(), new Origin(source, 1)));
        } catch (RuntimeException failure) {
            throw new TransformFailure("failed to parse included file " + name + ", " + ErrorNames.describe(failure));
        }
    }

    private static @Nullable SourcedValue walk(SourcedValue content, String dataPath, String name)
            throws TransformFailure {
        @Nullable SourcedValue value = content;
        var parts = dataPath.isEmpty() ? List.<String>of() : List.of(dataPath.split("\\.", -1));
        for (int index = 0; index < parts.size(); index++) {
            if (!(value instanceof SourcedValue.Fields object)) {
                throw new TransformFailure("value at '" + String.join(".", parts.subList(0, index))
                        + "' in included file " + name + " is not an object");
            }
            value = object.fields().get(parts.get(index));
        }
        return value;
    }

    private @Nullable SourcedValue substituted(@Nullable SourcedValue value) {
        if (value instanceof SourcedValue.Scalar scalar && scalar.value().isString()) {
            return substitution
                    .apply(scalar.value().stringValue())
                    .map(text -> new SourcedValue.Scalar(StringNode.valueOf(text), scalar.origin()))
                    .orElse(null);
        }
        return value;
    }
}
