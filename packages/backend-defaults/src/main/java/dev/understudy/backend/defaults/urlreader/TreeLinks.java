// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.ChildPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The symbolic links of a tree. Those that lead out of it, whatever way, are dropped. */
final class TreeLinks {
    private final Path folder;
    private final Map<Path, Path> targets = new LinkedHashMap<>();

    TreeLinks(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    void add(String path, String target) {
        var link = folder.resolve(path).normalize();
        if (!link.equals(folder) && link.startsWith(folder) && !target.isEmpty()) {
            targets.put(link, Path.of(target));
        }
    }

    void create() throws IOException {
        for (var link : targets.entrySet()) {
            if (leadsInside(link.getKey(), link.getValue()) && !passesLink(link.getKey())) {
                Folders.createParent(link.getKey());
                if (!Files.exists(link.getKey(), LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(link.getKey(), link.getValue());
                }
            }
        }
        for (var link : targets.entrySet()) {
            var target = target(link.getKey(), link.getValue());
            if (Files.isSymbolicLink(link.getKey()) && passesLink(target)) {
                Files.delete(link.getKey());
            }
        }
    }

    private boolean leadsInside(Path link, Path target) {
        return !target.isAbsolute() && climbsFirst(target) && ChildPaths.isChildPath(folder, target(link, target));
    }

    /** A climb after a name could start from wherever a link of that name leads. */
    private static boolean climbsFirst(Path target) {
        var named = false;
        for (var part : target) {
            var climbs = part.toString().equals("..");
            if (climbs && named) {
                return false;
            }
            named |= !climbs;
        }
        return true;
    }

    private static Path target(Path link, Path target) {
        return link.resolveSibling(target).normalize();
    }

    /** Whether a folder on the way to a path is a link, so that the path is not what it seems. */
    private boolean passesLink(Path path) {
        for (var at = path.getParent(); at != null && !at.equals(folder); at = at.getParent()) {
            if (Files.isSymbolicLink(at) || targets.containsKey(at)) {
                return true;
            }
        }
        return false;
    }
}
