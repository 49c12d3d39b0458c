// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClientAddressTest {
    // the connection comes from 10.0.0.1
    @ParameterizedTest
    @CsvSource({
        "false, '1.1.1.1', 10.0.0.1",
        "true, '1.1.1.1, 2.2.2.2', 1.1.1.1",
        "1, '1.1.1.1, 2.2.2.2', 2.2.2.2",
        "2, '1.1.1.1, 2.2.2.2', 1.1.1.1",
        "9, '1.1.1.1, 2.2.2.2', 1.1.1.1",
        "0, '1.1.1.1', 10.0.0.1",
        "'\"loopback\"', '1.1.1.1', 10.0.0.1",
        "'\"uniquelocal\"', '1.1.1.1, 192.168.1.1', 1.1.1.1",
        "'\"loopback, 10.0.0.0/8\"', '1.1.1.1, 2.2.2.2', 2.2.2.2",
        "'[\"10.0.0.1\", \"2.2.2.0/255.255.255.0\"]', '1.1.1.1, 2.2.2.2', 1.1.1.1",
        "'\"10.0.0.1\"', 'forged', forged",
        "'\"10.0.0.1\"', '::ffff:10.0.0.1', ::ffff:10.0.0.1",
        "'\"10.0.0.0/8\"', '1.1.1.1, ::ffff:10.0.0.2', 1.1.1.1",
    })
    void trustsProxiesAsExpressDoes(String trustProxy, String forwardedFor, String expected) {
        var trust = TrustProxy.fromConfig(TestServer.config("\"trustProxy\": " + trustProxy));

        assertThat(trust.clientAddress("10.0.0.1", List.of(forwardedFor))).isEqualTo(expected);
        assertThat(trust.clientAddress("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"nonsense\"", "[\"10.0.0.0/33\"]", "[\"10.0.0.0/0\"]", "\"10.0.0.0/255.0.255.0\"", "{}"})
    void refusesProxiesThatAreNoAddresses(String trustProxy) {
        assertThatThrownBy(() -> TrustProxy.fromConfig(TestServer.config("\"trustProxy\": " + trustProxy)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "::1, ::1",
        "1.2.3.4, 1.2.3.4",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "fe80::, fe80::",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "::, ::",
        "::ffff:1.2.3.4, 1.2.3.4"
    })
    void writesAddressesInTheirShortestForm(String address, String expected) {
        assertThat(IpAddress.textOf(new InetSocketAddress(InetAddress.ofLiteral(address), 1)))
                .isEqualTo(expected);
    }

    @Test
    void countsInWindowsThatBeginWithTheFirstRequest() {
        var now = new AtomicLong(1_000_000);
        InstantSource clock = () -> Instant.ofEpochMilli(now.get());
        var windows = new RateLimitWindows(Duration.ofSeconds(60), clock);

        assertThat(windows.increment("a").hits()).isEqualTo(1);
        now.addAndGet(30_000);
        assertThat(windows.increment("a").hits()).isEqualTo(2);
        assertThat(windows.increment("b").resetAt()).isEqualTo(now.get() + 60_000);
        now.addAndGet(31_000);
        assertThat(windows.increment("a").hits()).isEqualTo(1);
        assertThat(windows.increment("b").hits()).isEqualTo(2);
        windows.decrement("b");
        assertThat(windows.increment("b").hits()).isEqualTo(2);
    }
}
