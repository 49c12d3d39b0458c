// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Classes that a start needs and the training does not come by: without them in the cache, it opens all archives. */
final class TrainingClasses {
    private static final String POSTGRESQL = "postgresql-classes.txt";

    private TrainingClasses() {}

    static void load() throws IOException {
        var stream = requireNonNull(TrainingClasses.class.getResourceAsStream(POSTGRESQL), POSTGRESQL);
        try (var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(TrainingClasses::load);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, TrainingClasses.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError _) {
            System.err.println("The list of classes is out of date, there is no " + name);
        }
    }
}
