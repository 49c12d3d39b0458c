// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.util.Locale;

/** Logs how a reading of users and teams goes on. */
final class ReadProgress {
    private final LoggerService logger;
    private final String groups;
    private long since = System.nanoTime();
    private String summary = "";

    ReadProgress(LoggerService logger, String groups) {
        this.logger = logger;
        this.groups = groups;
        logger.info("Reading GitHub users and " + groups);
    }

    void read(int userCount, int groupCount) {
        summary = userCount + " GitHub users and " + groupCount + " GitHub " + groups;
        logger.info("Read " + summary + " in " + seconds() + " seconds. Committing...");
        since = System.nanoTime();
    }

    void committed() {
        logger.info("Committed " + summary + " in " + seconds() + " seconds.");
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - since) / 1e9);
    }
}
