// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.errors.NotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One app, with its installations and their tokens. Thread-safe; one request for a token at a time, so that all who wait
 * share it.
 */
final class GithubApp {
    private static final Duration TOKEN_MARGIN = Duration.ofMinutes(10);
    private static final Duration INSTALLATIONS_LIFETIME = Duration.ofMinutes(10);
    private static final Duration REFRESH_THROTTLE = Duration.ofSeconds(60);

    private final GithubAppConfig config;
    private final GithubAppApi api;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, GithubAppApi.InstallationToken> tokens = new HashMap<>();
    private Optional<Installations> installations = Optional.empty();

    private record Installations(List<GithubAppApi.Installation> list, Instant fetchedAt) {}

    GithubApp(GithubAppConfig config, GithubAppApi api, Clock clock) {
        this.config = config;
        this.api = api;
        this.clock = clock;
    }

    boolean isPublic() {
        return config.publicAccess().orElse(false);
    }

    /** Nothing if the app is not to be used for the owner; {@link NotFoundException} if it is not installed there. */
    Optional<Secret> installationToken(String owner, Optional<String> repository)
            throws IOException, InterruptedException {
        if (!isAllowed(owner)) {
            return Optional.empty();
        }
        lock.lockInterruptibly();
        try {
            var token = current(owner);
            if (token.isEmpty()) {
                token = Optional.of(requested(owner));
                tokens.put(owner, token.get());
            }
            return Optional.of(token.get().forRepository(owner, repository));
        } finally {
            lock.unlock();
        }
    }

    /** A token for what anybody may read. */
    Secret publicToken() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            var list = installations(false);
            if (list.isEmpty()) {
                throw new IOException("No installation found for public app");
            }
            var key = "public:" + list.getFirst().id();
            var token = current(key);
            if (token.isEmpty()) {
                token = Optional.of(createToken(list.getFirst().id()).withoutRepositories());
                tokens.put(key, token.get());
            }
            return token.get().token();
        } finally {
            lock.unlock();
        }
    }

    private boolean isAllowed(String owner) {
        return config.allowedInstallationOwners()
                .map(owners -> owners.stream().anyMatch(owner::equalsIgnoreCase))
                .orElse(true);
    }

    private Optional<GithubAppApi.InstallationToken> current(String key) {
        return Optional.ofNullable(tokens.get(key))
                .filter(token -> clock.instant().isBefore(token.expiresAt().minus(TOKEN_MARGIN)));
    }

    private GithubAppApi.InstallationToken requested(String owner) throws IOException, InterruptedException {
        var installation = find(owner, installations(false));
        if (installation.isEmpty() && mayRefresh()) {
            installation = find(owner, installations(true));
        }
        if (installation.isEmpty()) {
            throw new NotFoundException("No app installation found for " + owner + " in " + config.appId());
        }
        if (installation.get().suspended()) {
            throw new IllegalStateException("The GitHub application for " + owner + " is suspended");
        }
        return createToken(installation.get().id());
    }

    private GithubAppApi.InstallationToken createToken(long installation) throws IOException, InterruptedException {
        try {
            return api.createToken(installation);
        } catch (GithubAppApi.GoneException gone) {
            installations = Optional.empty();
            throw gone;
        }
    }

    private static Optional<GithubAppApi.Installation> find(String owner, List<GithubAppApi.Installation> list) {
        return list.stream()
                .filter(one -> one.login().toLowerCase(Locale.ROOT).equals(owner.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private List<GithubAppApi.Installation> installations(boolean refresh) throws IOException, InterruptedException {
        var cached = installations.filter(
                held -> clock.instant().isBefore(held.fetchedAt().plus(INSTALLATIONS_LIFETIME)));
        if (cached.isEmpty() || refresh) {
            cached = Optional.of(new Installations(api.installations(), clock.instant()));
            installations = cached;
        }
        return cached.get().list();
    }

    private boolean mayRefresh() {
        return installations
                .map(held -> !clock.instant().isBefore(held.fetchedAt().plus(REFRESH_THROTTLE)))
                .orElse(true);
    }
}
