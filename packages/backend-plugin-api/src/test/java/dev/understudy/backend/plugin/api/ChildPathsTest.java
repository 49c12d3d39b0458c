// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.NotAllowedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildPathsTest {
    @TempDir
    private Path temporary;

    @Test
    void resolvesPathsWithinAFolder() throws IOException {
        var folder = Files.createDirectory(temporary.resolve("folder")).toRealPath();
        assertThat(ChildPaths.resolveSafeChildPath(folder, "a/../b/c")).isEqualTo(folder.resolve("b/c"));
        assertThat(ChildPaths.resolveSafeChildPath(folder, "..a")).isEqualTo(folder.resolve("..a"));
        assertThat(ChildPaths.resolveSafeChildPath(folder, "")).isEqualTo(folder);
    }

    @Test
    void refusesPathsThatLeadOut() throws IOException {
        var folder = Files.createDirectory(temporary.resolve("folder"));
        Files.createDirectory(temporary.resolve("folder2"));
        Files.createSymbolicLink(folder.resolve("out"), temporary);
        Files.createSymbolicLink(folder.resolve("dangling"), temporary.resolve("none"));
        for (var path :
                List.of("..", "../folder2", "/etc", "a/../../b", "out/x", "out", "dangling", "dangling/x", "a\0b")) {
            assertThatThrownBy(() -> ChildPaths.resolveSafeChildPath(folder, path))
                    .as(path)
                    .isInstanceOf(NotAllowedException.class)
                    .hasMessageStartingWith("Relative path is not allowed to refer to a directory outside its parent");
        }
    }
}
