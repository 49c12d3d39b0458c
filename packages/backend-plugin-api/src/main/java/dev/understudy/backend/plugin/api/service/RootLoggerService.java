// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/** The logger that all others descend from. Thread-safe. Backstage counterpart: {@code RootLoggerService}. */
public interface RootLoggerService extends LoggerService {}
