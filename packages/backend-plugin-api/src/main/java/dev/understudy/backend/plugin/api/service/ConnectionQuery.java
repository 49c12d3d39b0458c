// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.Optional;

/** What a connection is wanted for. */
public sealed interface ConnectionQuery {
    /** Something at a URL; its host decides, and for GitHub the organization. */
    static ConnectionQuery ofUrl(String url) {
        return new Url(url);
    }

    /** An AWS account, by its number. */
    static ConnectionQuery ofAwsAccount(String accountId) {
        return new Aws(Optional.of(accountId), Optional.empty());
    }

    /** The AWS account that a resource is in. */
    static ConnectionQuery ofAwsResource(String arn) {
        return new Aws(Optional.empty(), Optional.of(arn));
    }

    /** The main AWS account. */
    static ConnectionQuery ofAwsMainAccount() {
        return new Aws(Optional.empty(), Optional.empty());
    }

    /**
     * Something at a URL.
     *
     * @param url absolute
     */
    record Url(String url) implements ConnectionQuery {}

    /**
     * An AWS account; the main one if nothing is given.
     *
     * @param accountId counts before the resource
     * @param arn a resource in the account
     */
    record Aws(Optional<String> accountId, Optional<String> arn) implements ConnectionQuery {}
}
