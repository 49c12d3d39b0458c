// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.common;

import java.util.Optional;

/**
 * A location that somebody wants to register. Backstage counterpart of the same name.
 *
 * @param location a repository, or a file in one
 * @param catalogFilename the name of catalog files, if it is not the usual one
 */
public record AnalyzeLocationRequest(LocationSpec location, Optional<String> catalogFilename) {
    /** A location of type {@code url}, with catalog files of the usual name. */
    public static AnalyzeLocationRequest ofUrl(String target) {
        return new AnalyzeLocationRequest(new LocationSpec("url", target), Optional.empty());
    }
}
