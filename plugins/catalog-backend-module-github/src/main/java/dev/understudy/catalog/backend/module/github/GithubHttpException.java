// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.errors.BackendException;
import org.jspecify.annotations.Nullable;

/** GitHub refused a request, or some of a query. Counterpart: octokit's {@code HttpError} and {@code GraphqlResponseError}. */
final class GithubHttpException extends BackendException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final int status;

    private GithubHttpException(String name, int status, @Nullable String message) {
        super(message, null);
        this.name = name;
        this.status = status;
    }

    static GithubHttpException ofStatus(int status, String message) {
        return new GithubHttpException("HttpError", status, message);
    }

    static GithubHttpException ofQuery(String message) {
        return new GithubHttpException("GraphqlResponseError", 200, message);
    }

    @Override
    public String name() {
        return name;
    }

    int status() {
        return status;
    }
}
