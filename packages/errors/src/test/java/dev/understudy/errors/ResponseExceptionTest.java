// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ResponseExceptionTest {
    private static final String JSON = "application/json; charset=utf-8";

    @Test
    void keepsWhatABackendSaid() {
        var failure = ResponseException.of(
                404,
                "Not Found",
                JSON,
                "{\"error\":{\"name\":\"NotFoundError\",\"message\":\"no such task\"},\"response\":{\"statusCode\":404}}");
        assertThat(failure).hasMessage("Request failed with 404 Not Found");
        assertThat(failure.name()).isEqualTo("ResponseError");
        assertThat(failure.statusCode()).hasValue(404);
        assertThat(failure.remoteName()).isEqualTo("NotFoundError");
        assertThat(failure.remoteMessage()).isEqualTo("no such task");
    }

    @Test
    void keepsTheTextOfOtherServers() {
        assertThat(ResponseException.of(502, "Bad Gateway", "text/html", "<p>down</p>")
                        .remoteMessage())
                .isEqualTo("Request failed with status 502 Bad Gateway, <p>down</p>");
        assertThat(ResponseException.of(502, "Bad Gateway", null, "").remoteMessage())
                .isEqualTo("Request failed with status 502 Bad Gateway");
        assertThat(ResponseException.of(502, "Bad Gateway", JSON, "{broken").remoteMessage())
                .isEqualTo("Request failed with status 502 Bad Gateway, {broken");
        assertThat(ResponseException.of(502, "Bad Gateway", JSON, "[1]").remoteMessage())
                .isEqualTo("Request failed with status 502 Bad Gateway, [1]");
    }
}
