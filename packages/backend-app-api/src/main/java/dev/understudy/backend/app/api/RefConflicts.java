// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.backend.plugin.api.PluginServiceRef;
import dev.understudy.backend.plugin.api.Ref;
import dev.understudy.backend.plugin.api.RootServiceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds references that have one id and different types. */
final class RefConflicts {
    private final Map<String, Ref<?>> known = new HashMap<>();
    private final List<WiringProblem> problems = new ArrayList<>();

    void add(Ref<?> ref) {
        var first = known.putIfAbsent(ref.id(), ref);
        if (first != null && !typeOf(first).equals(typeOf(ref))) {
            problems.add(WiringProblem.of(
                    "Reference '" + ref.id() + "' has different types: " + describe(first) + " and " + describe(ref)));
        }
    }

    List<WiringProblem> problems() {
        return List.copyOf(problems);
    }

    private static String describe(Ref<?> ref) {
        return typeOf(ref) + " " + ref.declaredAt().describe();
    }

    private static String typeOf(Ref<?> ref) {
        return switch (ref) {
            case RootServiceRef<?> root -> (root.multiton() ? "root multiton " : "root service ") + name(ref);
            case PluginServiceRef<?> plugin -> (plugin.multiton() ? "plugin multiton " : "plugin service ") + name(ref);
            case ExtensionPoint<?> _ -> "extension point " + name(ref);
        };
    }

    private static String name(Ref<?> ref) {
        return ref.type().getName();
    }
}
