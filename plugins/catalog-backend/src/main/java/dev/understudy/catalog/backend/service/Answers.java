// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Answers that somebody else is getting. */
final class Answers {
    private Answers() {}

    /** Waits for an answer; throws what the one who gets it has thrown. */
    static <A> A await(CompletableFuture<A> answer) {
        try {
            return answer.join();
        } catch (CompletionException wrapper) {
            switch (wrapper.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw wrapper;
            }
        }
    }
}
