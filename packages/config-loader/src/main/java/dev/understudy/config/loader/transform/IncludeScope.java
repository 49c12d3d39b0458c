// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.transform;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder that relative paths start from, and the includes that led there. */
record IncludeScope(Path folder, List<String> trail) {
    static final int MAXIMUM_DEPTH = 50;

    static IncludeScope of(Path folder) {
        return new IncludeScope(folder, List.of());
    }

    Path resolve(String path) throws TransformFailure {
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException failure) {
            throw new TransformFailure("not a valid path: " + failure.getReason());
        }
    }

    /** The scope inside an included file. */
    IncludeScope enter(Path file, String dataPath) throws TransformFailure {
        var name = dataPath.isEmpty() ? file.toString() : file + "#" + dataPath;
        var longer = new ArrayList<>(trail);
        longer.add(name);
        if (trail.contains(name)) {
            throw new TransformFailure("files include each other in a circle, " + String.join(" -> ", longer));
        }
        if (longer.size() > MAXIMUM_DEPTH) {
            throw new TransformFailure("files include each other more than " + MAXIMUM_DEPTH + " deep");
        }
        var parent = file.getParent();
        return new IncludeScope(parent == null ? folder : parent, List.copyOf(longer));
    }
}
