// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.errors.NotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The apps configured for one host. */
record GithubApps(List<GithubApp> apps) {
    /** The token of the first app that has one for the owner. */
    Optional<Secret> token(String owner, Optional<String> repository) throws IOException, InterruptedException {
        var failures = new ArrayList<Exception>();
        for (var app : apps) {
            try {
                var token = app.installationToken(owner, repository);
                if (token.isPresent()) {
                    return token;
                }
            } catch (IOException | RuntimeException failure) {
                failures.add(failure);
            }
        }
        var token = publicToken();
        if (token.isEmpty()) {
            rethrow(failures);
        }
        return token;
    }

    private Optional<Secret> publicToken() throws InterruptedException {
        for (var app : apps) {
            if (app.isPublic()) {
                try {
                    return Optional.of(app.publicToken());
                } catch (IOException | RuntimeException failure) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** An app that is not installed for the owner is no failure. */
    private static void rethrow(List<Exception> failures) throws IOException {
        for (var failure : failures) {
            switch (failure) {
                case NotFoundException _ -> {}
                case RuntimeException unchecked -> throw unchecked;
                default -> throw (IOException) failure;
            }
        }
    }
}
