// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import java.nio.file.Path;
import java.util.Map;

/**
 * The state of some files at one time. Looking at the files again, rather than asking the system for events, also works
 * on network drives and where a mounted folder is replaced by switching a symbolic link, as Kubernetes does.
 */
record FileSnapshot(Map<Path, FileState> states) {
    FileSnapshot {
        states = Map.copyOf(states);
    }

    static FileSnapshot empty() {
        return new FileSnapshot(Map.of());
    }

    /** Whether a file is another one now. A file that is gone is taken to be in the middle of being replaced. */
    boolean hasChanged() {
        return states.entrySet().stream().anyMatch(entry -> {
            var now = FileState.of(entry.getKey());
            return now.exists() && !now.equals(entry.getValue());
        });
    }
}
