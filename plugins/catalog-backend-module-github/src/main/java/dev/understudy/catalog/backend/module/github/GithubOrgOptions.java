// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.CacheService;
import dev.understudy.backend.plugin.api.service.EventsService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.SchedulerService.ScheduledTaskRunner;
import java.util.Optional;

/**
 * How a provider of users and teams works. Immutable. Backstage counterpart: {@code GithubOrgEntityProviderOptions} and
 * {@code GithubMultiOrgEntityProviderOptions}.
 *
 * @param id tells several providers apart
 * @param schedule when to read; without it, whoever has the provider calls its {@code read}
 * @param teamTransformer makes groups of teams; without it, the default of the provider
 * @param excludeSuspendedUsers whether to leave out users who are suspended, which only GitHub Enterprise knows
 * @param checkSuspendedUsersWithRest whether to ask for each user on its own whether it is suspended
 * @param cache keeps what the host said about single users, so that it need not say it again
 */
public record GithubOrgOptions(
        String id,
        LoggerService logger,
        EventsService events,
        Optional<ScheduledTaskRunner> schedule,
        UserTransformer userTransformer,
        Optional<TeamTransformer> teamTransformer,
        GithubPageSizes pageSizes,
        boolean excludeSuspendedUsers,
        boolean checkSuspendedUsersWithRest,
        Optional<CacheService> cache) {

    /** A provider that does what is usual. */
    public static GithubOrgOptions of(
            String id, LoggerService logger, EventsService events, Optional<ScheduledTaskRunner> schedule) {
        return new GithubOrgOptions(
                id,
                logger,
                events,
                schedule,
                DefaultTransformers.user(),
                Optional.empty(),
                GithubPageSizes.DEFAULT,
                false,
                false,
                Optional.empty());
    }

    GithubOrgOptions withLogger(LoggerService other) {
        return new GithubOrgOptions(
                id,
                other,
                events,
                schedule,
                userTransformer,
                teamTransformer,
                pageSizes,
                excludeSuspendedUsers,
                checkSuspendedUsersWithRest,
                cache);
    }

    boolean asksForSuspension() {
        return excludeSuspendedUsers && checkSuspendedUsersWithRest;
    }
}
