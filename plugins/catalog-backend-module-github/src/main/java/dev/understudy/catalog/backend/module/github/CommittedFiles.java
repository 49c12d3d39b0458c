// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import static dev.understudy.catalog.backend.module.github.FileChange.Type.ADDED;
import static dev.understudy.catalog.backend.module.github.FileChange.Type.CHANGED;
import static dev.understudy.catalog.backend.module.github.FileChange.Type.REMOVED;
import static dev.understudy.catalog.backend.module.github.FileChange.Type.RENAMED;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Adds up what the commits of a push did to files, commit by commit. Used by one thread. */
final class CommittedFiles {
    private final Map<String, FileChange> changes = new LinkedHashMap<>();

    Map<String, FileChange> changes() {
        return changes;
    }

    /** Adds a file of a commit, as GitHub's interface describes it. */
    void add(JsonNode file, String commitUrl) {
        var path = file.path("filename").asString("");
        var oldPath = file.path("previous_filename").asString("");
        var previous = changes.get(oldPath.isEmpty() ? path : oldPath);
        var next = next(file.path("status").asString(""), oldPath, previous, commitUrl);
        if (next == null) {
            changes.remove(path);
        } else {
            changes.put(path, next);
        }
    }

    private @Nullable FileChange next(String status, String oldPath, @Nullable FileChange previous, String commitUrl) {
        return switch (status) {
            case "added" -> added(previous, commitUrl);
            case "removed" -> removed(previous, commitUrl);
            case "renamed" -> renamed(oldPath, previous, commitUrl);
            case "changed", "modified" -> previous == null ? FileChange.of(CHANGED, commitUrl) : previous;
            default -> previous;
        };
    }

    private static FileChange added(@Nullable FileChange previous, String commitUrl) {
        if (previous == null) {
            return FileChange.of(ADDED, commitUrl);
        }
        return previous.type() == REMOVED ? FileChange.of(CHANGED, commitUrl) : previous;
    }

    private @Nullable FileChange removed(@Nullable FileChange previous, String commitUrl) {
        if (previous == null) {
            return FileChange.of(REMOVED, commitUrl);
        }
        return switch (previous.type()) {
            case ADDED -> null;
            case CHANGED -> FileChange.of(REMOVED, commitUrl);
            case REMOVED -> previous;
            case RENAMED -> {
                changes.putIfAbsent(previous.fromPath(), FileChange.of(REMOVED, commitUrl));
                yield null;
            }
        };
    }

    private @Nullable FileChange renamed(String oldPath, @Nullable FileChange previous, String commitUrl) {
        changes.remove(oldPath);
        if (previous == null) {
            return new FileChange(RENAMED, oldPath, commitUrl);
        }
        return switch (previous.type()) {
            case ADDED -> FileChange.of(ADDED, commitUrl);
            case CHANGED -> new FileChange(RENAMED, oldPath, commitUrl);
            case RENAMED -> new FileChange(RENAMED, previous.fromPath(), commitUrl);
            case REMOVED -> null;
        };
    }
}
