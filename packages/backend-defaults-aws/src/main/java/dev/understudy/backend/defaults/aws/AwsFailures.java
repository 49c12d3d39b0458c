// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import dev.understudy.errors.BackendException;
import dev.understudy.errors.ForwardedException;
import dev.understudy.errors.HttpException;
import dev.understudy.errors.NotModifiedException;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;

/** Tells what AWS answered in the words of the wire: AWS's own code and message, without the SDK's decoration. */
final class AwsFailures {
    private static final int NOT_MODIFIED = 304;

    private AwsFailures() {}

    static BackendException forwarded(String message, Exception failure) throws InterruptedException {
        if (failure instanceof AbortedException || failure instanceof InterruptedException) {
            throw interrupted(failure);
        }
        if (failure instanceof NotModifiedException same) {
            return same;
        }
        if (!(failure instanceof AwsServiceException answer)) {
            return new ForwardedException(message, failure);
        }
        return answer.statusCode() == NOT_MODIFIED
                ? new NotModifiedException("")
                : new ForwardedException(message, named(answer));
    }

    private static InterruptedException interrupted(Exception failure) {
        var result = new InterruptedException(failure.getMessage());
        result.initCause(failure);
        return result;
    }

    private static BackendException named(AwsServiceException answer) {
        var details = answer.awsErrorDetails();
        var code = details == null ? null : details.errorCode();
        var text = details == null ? null : details.errorMessage();
        return new HttpException(
                code == null ? "UnknownError" : code,
                answer.statusCode(),
                text == null ? "UnknownError" : text,
                Map.of());
    }
}
