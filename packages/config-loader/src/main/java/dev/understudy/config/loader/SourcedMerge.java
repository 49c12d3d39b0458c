// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.loader.value.SourcedValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** The reader's merging, with the origins kept. */
final class SourcedMerge {
    private SourcedMerge() {}

    static SourcedValue.Fields merge(SourcedValue.Fields higher, SourcedValue.Fields lower) {
        var names = new LinkedHashSet<>(higher.fields().keySet());
        names.addAll(lower.fields().keySet());
        var merged = new LinkedHashMap<String, SourcedValue>();
        for (var name : names) {
            var value = merge(higher.fields().get(name), lower.fields().get(name));
            if (value != null) {
                merged.put(name, value);
            }
        }
        return new SourcedValue.Fields(merged, higher.origin());
    }

    private static @Nullable SourcedValue merge(@Nullable SourcedValue higher, @Nullable SourcedValue lower) {
        return switch (higher) {
            case null -> lower;
            case SourcedValue.Scalar scalar when scalar.value().isNull() -> null;
            case SourcedValue.Fields object ->
                merge(object, lower instanceof SourcedValue.Fields lowerObject ? lowerObject : nothing(object));
            case SourcedValue.Scalar _, SourcedValue.Items _ -> higher;
        };
    }

    private static SourcedValue.Fields nothing(SourcedValue place) {
        return new SourcedValue.Fields(new LinkedHashMap<>(), place.origin());
    }
}
