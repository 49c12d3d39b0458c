// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import java.util.Optional;

/**
 * A location that somebody wants to register. Backstage counterpart: {@code AnalyzeLocationRequest}.
 *
 * @param location a repository, or a file in one
 * @param catalogFilename the name of catalog files, if it is not the usual one
 */
public record AnalyzeLocationRequest(LocationSpec location, Optional<String> catalogFilename) {}
