// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.Optional;
import java.util.Set;

/** Where in the data an error is. */
final class ErrorPath {
    /** Keywords that are followed by a name or number of their own. */
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "allOf", "anyOf", "oneOf");

    /** Keywords that lead one step down in the data. */
    private static final Set<String> STEPS =
            Set.of("properties", "patternProperties", "additionalProperties", "items", "additionalItems", "contains");

    private ErrorPath() {}

    static String instance(Error error) {
        return pointer(error.getInstanceLocation(), error.getInstanceLocation().getNameCount());
    }

    /** The value whose alternatives of that kind the error is inside of, if it is; the outermost one. */
    static Optional<String> aroundUnion(Error error, String union) {
        var evaluation = error.getEvaluationPath();
        for (int index = 0; index < evaluation.getNameCount() - 1; index++) {
            var keyword = evaluation.getName(index);
            if (keyword.equals(union)) {
                var location = error.getInstanceLocation();
                return Optional.of(pointer(location, location.getNameCount() - steps(evaluation, index)));
            }
            index += NAMED.contains(keyword) ? 1 : 0;
        }
        return Optional.empty();
    }

    private static int steps(NodePath evaluation, int from) {
        var steps = 0;
        for (int index = from; index < evaluation.getNameCount(); index++) {
            var keyword = evaluation.getName(index);
            steps += STEPS.contains(keyword) ? 1 : 0;
            index += NAMED.contains(keyword) ? 1 : 0;
        }
        return steps;
    }

    private static String pointer(NodePath location, int length) {
        var path = new StringBuilder();
        for (int index = 0; index < length; index++) {
            path.append('/').append(ConfigPaths.escape(location.getName(index)));
        }
        return path.toString();
    }
}
