// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

final class FetchErrorsTest {
    private static final String URL = "https://api.example.com:8443/x?y=1";

    @Test
    void tellsWhyThereIsNoAnswer() {
        assertThat(FetchErrors.of(URL, new ConnectException()))
                .hasMessage("request to " + URL + " failed, reason: connect ECONNREFUSED api.example.com:8443");
        assertThat(FetchErrors.of(URL, (IOException) new ConnectException().initCause(new UnknownHostException())))
                .hasMessage("request to " + URL + " failed, reason: getaddrinfo ENOTFOUND api.example.com");
        assertThat(FetchErrors.of(URL, new IOException("socket hang up")))
                .hasMessage("request to " + URL + " failed, reason: socket hang up");
    }

    @Test
    void hasTheNameOfTheReference() {
        assertThat(FetchErrors.of(URL, new IOException("x")).name()).isEqualTo("FetchError");
    }
}
