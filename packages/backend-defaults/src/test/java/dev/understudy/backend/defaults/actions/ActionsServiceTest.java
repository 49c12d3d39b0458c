// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.internal.ActionFilter;
import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestAuth;
import dev.understudy.backend.defaults.testing.TestCredentials;
import dev.understudy.backend.defaults.testing.TestPluginServer;
import dev.understudy.backend.plugin.api.service.ActionsService;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.ResponseException;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ActionsServiceTest {
    private final RecordingLogger logger = RecordingLogger.create();
    private final TestPluginServer server = TestPluginServer.start(ActionsServiceTest::answer);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsTheActionsOfAllSourcesThatAnswer() {
        var service = service("{\"backend\":{\"actions\":{\"pluginSources\":[\"one\",\"down\",\"two\"]}}}");
        assertThat(service.list(TestCredentials.USER))
                .extracting(action -> action.get("id").asString())
                .containsExactly("one:read", "one:write", "two:read", "two:write");
        assertThat(logger.lines()).containsExactly("warn Failed to fetch actions from down");
        assertThat(server.requests())
                .extracting(TestPluginServer.Request::authorization)
                .contains("Bearer user:default/jane-for-two");
    }

    @Test
    void leavesOutWhatIsFiltered() {
        var service = service("{\"backend\":{\"actions\":{\"pluginSources\":[\"one\",\"two\"],\"filter\":"
                + "{\"exclude\":[{\"id\":\"two:*\"},{\"attributes\":{\"readOnly\":false}}]}}}}");
        assertThat(service.list(TestCredentials.USER))
                .extracting(action -> action.get("id").asString())
                .containsExactly("one:read");
    }

    @Test
    void listsNothingUnlessConfigured() {
        assertThat(service("{}").list(TestCredentials.USER)).isEmpty();
    }

    @Test
    void runsActions() {
        var service = service("{}");
        assertThat(service.invoke("one:read", json("{\"a\":1}"), Optional.empty(), TestCredentials.USER))
                .contains(json("\"done\""));
        service.invoke("one:read", json("{\"a\":1}"), Optional.of(json("{\"b\":2}")), TestCredentials.USER);
        assertThat(server.requests())
                .extracting(request -> request.method() + " " + request.path() + " " + request.body())
                .containsExactly(
                        "POST /api/one/.backstage/actions/v1/actions/one:read/invoke {\"a\":1}",
                        "POST /api/one/.backstage/actions/v2/actions/one:read/invoke"
                                + " {\"input\":{\"a\":1},\"secrets\":{\"b\":2}}");
    }

    @Test
    void tellsWhatIsWrong() {
        var service = service("{}");
        assertThatThrownBy(() -> service.invoke("read", json("{}"), Optional.empty(), TestCredentials.USER))
                .hasMessage("Invalid action id: read");
        assertThatThrownBy(() -> service.invoke("down:read", json("{}"), Optional.empty(), TestCredentials.USER))
                .isInstanceOf(ResponseException.class)
                .hasMessage("Request failed with 503 Service Unavailable");
    }

    private static TestPluginServer.Answer answer(TestPluginServer.Request request) {
        var plugin = request.path().split("/", -1)[2];
        if (plugin.equals("down")) {
            return new TestPluginServer.Answer(503, "{}");
        }
        if (request.method().equals("POST")) {
            return TestPluginServer.Answer.ok("{\"output\":\"done\"}");
        }
        return TestPluginServer.Answer.ok(
                "{\"actions\":[{\"id\":\"" + plugin + ":read\",\"attributes\":{\"readOnly\":true}}," + "{\"id\":\""
                        + plugin + ":write\",\"attributes\":{\"readOnly\":false}}]}");
    }

    private ActionsService service(String config) {
        var reader = ConfigReader.fromData(json(config));
        return new DefaultActionsService(
                ActionFilter.pluginSources(reader).orElse(List.of()),
                ActionFilter.fromConfig(reader),
                server,
                new TestAuth(),
                logger);
    }

    private static JsonNode json(String text) {
        return Json.mapper().readTree(text);
    }
}
