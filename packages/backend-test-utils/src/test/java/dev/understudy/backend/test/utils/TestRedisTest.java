// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

final class TestRedisTest {
    @Test
    void answers() throws IOException {
        try (var redis = TestRedis.start();
                var socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));

            assertThat(socket.getInputStream().readNBytes(7)).asString(US_ASCII).isEqualTo("+PONG\r\n");
            assertThat(redis.url()).isEqualTo("redis://127.0.0.1:" + redis.port());
        }
    }
}
