// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.errors.BackendException;
import org.jspecify.annotations.Nullable;

/** GitHub refused a request, or some of a query. Counterpart: octokit's {@code HttpError} and {@code GraphqlResponseError}. */
final class GithubHttpException extends BackendException {
    private static final long serialVersionUID = 1L;

    private final String name;

    private GithubHttpException(String name, @Nullable String message) {
        super(message, null);
        this.name = name;
    }

    static GithubHttpException ofStatus(String message) {
        return new GithubHttpException("HttpError", message);
    }

    static GithubHttpException ofQuery(String message) {
        return new GithubHttpException("GraphqlResponseError", message);
    }

    @Override
    public String name() {
        return name;
    }
}
