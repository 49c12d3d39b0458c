// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothealth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.http.HttpBody;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.LifecycleHook;
import dev.understudy.backend.plugin.api.service.RootLifecycleService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DefaultRootHealthServiceTest {
    private final List<LifecycleHook> startup = new ArrayList<>();
    private final List<LifecycleHook> beforeShutdown = new ArrayList<>();

    @Test
    void isReadyBetweenStartupAndShutdownAndAliveAlways() throws Exception {
        var health = DefaultRootHealthService.create(lifecycle());

        assertThat(text(health.readiness()))
                .isEqualTo("503 {\"message\":\"Backend has not started yet\",\"status\":\"error\"}");
        assertThat(text(health.liveness())).isEqualTo("200 {\"status\":\"ok\"}");

        startup.getFirst().run();
        assertThat(text(health.readiness())).isEqualTo("200 {\"status\":\"ok\"}");

        beforeShutdown.getFirst().run();
        assertThat(text(health.readiness()))
                .isEqualTo("503 {\"message\":\"Backend is shutting down\",\"status\":\"error\"}");
        assertThat(text(health.liveness())).isEqualTo("200 {\"status\":\"ok\"}");
    }

    private static String text(HttpResponse response) {
        var body =
                response.body() instanceof HttpBody.Bytes(var bytes) ? new String(bytes, StandardCharsets.UTF_8) : "";
        return response.status() + " " + body;
    }

    private RootLifecycleService lifecycle() {
        return new RootLifecycleService() {
            @Override
            public void addStartupHook(LifecycleHook hook) {
                startup.add(hook);
            }

            @Override
            public void addBeforeShutdownHook(LifecycleHook hook) {
                beforeShutdown.add(hook);
            }

            @Override
            public void addShutdownHook(LifecycleHook hook) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
