// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.transform;

import dev.understudy.config.ConfigException;
import dev.understudy.config.loader.value.SourcedValue;
import dev.understudy.errors.TypeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Applies substitution and includes to a source's values.
 *
 * <p>Backstage counterpart: {@code createConfigTransformer}.
 */
public final class ConfigTransformer {
    private final Substitution substitution;
    private final Optional<Includes> includes;

    private ConfigTransformer(Substitution substitution, Optional<Includes> includes) {
        this.substitution = substitution;
        this.includes = includes;
    }

    /** Substitution only; include keys are keys like any others. */
    public static ConfigTransformer create(Substitution substitution) {
        return new ConfigTransformer(substitution, Optional.empty());
    }

    /** Substitution and includes. */
    public static ConfigTransformer create(Substitution substitution, IncludeFileReader files) {
        return new ConfigTransformer(substitution, Optional.of(new Includes(substitution, files)));
    }

    /**
     * The values after all transforms.
     *
     * @param folder where relative paths start
     * @throws ConfigException with every problem found
     * @throws TypeException if the result is not an object
     */
    public SourcedValue.Fields apply(SourcedValue input, Path folder) {
        var run = new TransformRun(substitution, includes);
        var result = run.transform(input, "", IncludeScope.of(folder));
        checkProblems(run.problems());
        if (result instanceof SourcedValue.Fields object) {
            return object;
        }
        throw new TypeException("expected object at config root");
    }

    private static void checkProblems(List<String> problems) {
        if (problems.size() == 1) {
            throw new ConfigException(problems.getFirst());
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.size() + " errors:\n- " + String.join("\n- ", problems));
        }
    }
}
