// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import dev.understudy.errors.NotAllowedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps paths from outside within a folder, links considered. */
public final class ChildPaths {
    private ChildPaths() {}

    /**
     * The file at a relative path, which is within the folder.
     *
     * <p>Backstage counterpart: {@code resolveSafeChildPath}.
     *
     * @throws NotAllowedException if it is not, once all links are followed
     */
    public static Path resolveSafeChildPath(Path folder, String path) {
        try {
            var base = realPath(folder.toAbsolutePath().normalize());
            var target = base.resolve(path).normalize();
            if (isChildPath(base, target) && isChildPath(base, realPath(target))) {
                return target;
            }
        } catch (InvalidPathException noPath) {
            throw outside(noPath);
        }
        throw outside(null);
    }

    /**
     * Whether a path is a folder or within it, links not considered.
     *
     * <p>Backstage counterpart: {@code isChildPath}.
     */
    public static boolean isChildPath(Path folder, Path path) {
        return path.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize());
    }

    /** With links followed as far as there are files. */
    private static Path realPath(Path path) {
        for (var at = path; at != null; at = at.getParent()) {
            if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    return at.toRealPath().resolve(at.relativize(path)).normalize();
                } catch (IOException brokenLink) {
                    throw outside(brokenLink);
                }
            }
        }
        return path;
    }

    private static NotAllowedException outside(@Nullable Throwable cause) {
        var message = "Relative path is not allowed to refer to a directory outside its parent";
        return cause == null ? new NotAllowedException(message) : new NotAllowedException(message, cause);
    }
}
