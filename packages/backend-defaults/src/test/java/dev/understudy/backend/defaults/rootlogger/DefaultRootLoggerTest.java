// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootlogger;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.config.ConfigReader;
import dev.understudy.errors.ForwardedException;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The expected lines are the reference's, with this logger's stack traces. */
final class DefaultRootLoggerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:53:24.800Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void asksForFieldsOnlyWhenTheLineIsWanted() {
        var asked = new ArrayList<String>();
        var logger = logger(new JsonFormat(), LogLevel.INFO);

        logger.debug("unwanted", () -> Map.of("asked", asked.add("debug")));
        logger.info("wanted", () -> Map.of("asked", asked.add("info")));

        assertThat(asked).containsExactly("info");
        assertThat(lines())
                .containsExactly(
                        "{\"asked\":true,\"level\":\"info\",\"message\":\"wanted\",\"service\":\"backstage\"}");
    }

    @Test
    void writesSortedJsonInProduction() {
        var logger = logger(new JsonFormat(), LogLevel.INFO);
        logger.info("plain");
        logger.child(Map.of("plugin", "catalog")).warn("with fields", fields());
        logger.child(Map.of("plugin", "catalog")).error("quote \"q\" \n newline");
        logger.child(Map.of("plugin", "catalog"))
                .child(Map.of("taskId", 5))
                .info("shadow", Map.of("plugin", "other", "level", "debug"));
        assertThat(lines())
                .containsExactly(
                        "{\"level\":\"info\",\"message\":\"plain\",\"service\":\"backstage\"}",
                        "{\"a\":\"text\",\"b\":1,\"c\":{\"d\":[1,null],\"e\":1.5},\"level\":\"warn\",\"message\":\"with"
                                + " fields\",\"n\":null,\"plugin\":\"catalog\",\"service\":\"backstage\",\"u\":\"é\\u0001\\\"\\n\u2028</\"}",
                        "{\"level\":\"error\",\"message\":\"quote \\\"q\\\" \\n newline\",\"plugin\":\"catalog\",\"service\":\"backstage\"}",
                        "{\"level\":\"info\",\"message\":\"shadow\",\"plugin\":\"other\",\"service\":\"backstage\",\"taskId\":5}");
    }

    @Test
    void writesColoredLinesInDevelopment() {
        var logger = logger(new ColoredFormat(CLOCK), LogLevel.INFO);
        logger.info("plain");
        logger.child(Map.of("plugin", "catalog")).warn("with fields", fields());
        logger.error("bad");
        assertThat(lines())
                .containsExactly(
                        "\u001b[2m2026-11-22T12:53:24.800Z\u001b[22m \u001b[34mbackstage\u001b[39m \u001b[32minfo\u001b[39m plain ",
                        "\u001b[2m2026-11-22T12:53:24.800Z\u001b[22m \u001b[34mcatalog\u001b[39m \u001b[33mwarn\u001b[39m with fields"
                                + " \u001b[36mb\u001b[39m=1 \u001b[36ma\u001b[39m=\"text\" \u001b[36mc\u001b[39m={\"e\":1.5,\"d\":[1,null]}"
                                + " \u001b[36mn\u001b[39m=null \u001b[36mu\u001b[39m=\"é\\u0001\\\"\\n\u2028</\"",
                        "\u001b[2m2026-11-22T12:53:24.800Z\u001b[22m \u001b[34mbackstage\u001b[39m \u001b[31merror\u001b[39m bad ");
    }

    @Test
    void appendsWhatAFailureSays() {
        var logger = logger(new JsonFormat(), LogLevel.INFO);
        logger.error("failed", new InputException("bad thing"));
        logger.error("forwarded", new ForwardedException("outer", new InputException("bad thing")));
        logger.warn("other", new IllegalStateException("boom"));
        var entries = lines().stream().map(line -> Json.mapper().readTree(line)).toList();
        assertThat(entries)
                .extracting(entry -> entry.path("message").stringValue())
                .containsExactly("failed bad thing", "forwarded outer; caused by InputError: bad thing", "other boom");
        assertThat(entries.get(0).path("name").stringValue()).isEqualTo("InputError");
        assertThat(entries.get(1).path("cause").toString()).isEqualTo("{\"name\":\"InputError\"}");
        assertThat(entries.get(2).has("name")).isFalse();
        assertThat(entries.get(2).path("stack").stringValue())
                .startsWith("java.lang.IllegalStateException: boom\n\tat "
                        + getClass().getName());
    }

    @Test
    void replacesSecretsWholeAndInJson() {
        var output = new LogOutput(stream(), new JsonFormat(), LogLevel.INFO);
        output.redact(List.of("hunter2", " hunter2-longer ", "a.b\"c", "x"));
        var logger = new DefaultRootLogger(output, Map.of());
        logger.info("x hunter2 and hunter2-longer", Map.of("secret", "a.b\"c"));
        assertThat(lines()).containsExactly("{\"level\":\"info\",\"message\":\"x *** and ***\",\"secret\":\"***\"}");
    }

    @Test
    void letsTheFirstMatchingOverrideDecide() {
        var config = config("""
                {"overrides": [
                  {"matchers": {"plugin": "catalog", "message": "/^Refresh/i"}, "level": "error"},
                  {"matchers": {"plugin": ["catalog", "search"]}, "level": "debug"},
                  {"matchers": {"count": 3}, "level": "warn"}]}
                """);
        var output = new LogOutput(stream(), new JsonFormat(), LogLevel.INFO);
        output.override(RootLoggerConfig.fromConfig(config).overrides());
        var logger = new DefaultRootLogger(output, Map.of());
        logger.child(Map.of("plugin", "catalog")).warn("refreshed too late");
        logger.child(Map.of("plugin", "catalog")).debug("seen");
        logger.child(Map.of("plugin", "search")).debug("seen too");
        logger.child(Map.of("plugin", "auth")).debug("not seen");
        logger.info("not seen either", Map.of("count", 3));
        assertThat(lines())
                .containsExactly(
                        "{\"level\":\"debug\",\"message\":\"seen\",\"plugin\":\"catalog\"}",
                        "{\"level\":\"debug\",\"message\":\"seen too\",\"plugin\":\"search\"}");
    }

    @Test
    void refusesAnUnknownLevelInAnOverride() {
        var config = config("{\"overrides\": [{\"matchers\": {}, \"level\": \"loud\"}]}");
        assertThatThrownBy(() -> RootLoggerConfig.fromConfig(config))
                .hasMessage("Invalid config at backend.logger.overrides[0].level, 'loud' is not a valid logging level,"
                        + " must be one of 'error', 'warn', 'info' or 'debug'.");
    }

    @Test
    void addsConfiguredFieldsToEveryLine() {
        var settings = RootLoggerConfig.fromConfig(config("{\"meta\": {\"env\": \"prod\", \"service\": \"mine\"}}"));
        assertThat(settings.fields()).isEqualTo(Map.of("service", "mine", "env", "prod"));
    }

    @Test
    void writesWarningsOfLibrariesAndMoreWhereAnOverrideWantsIt() {
        var output = new LogOutput(stream(), new JsonFormat(), LogLevel.INFO);
        LibraryLogs.sendTo(output, Map.of("service", "backstage"));
        var library = LoggerFactory.getLogger("com.example.Pool");
        library.info("dropped");
        library.warn("Pool {} is {}", "a", "full");
        output.override(RootLoggerConfig.fromConfig(config(
                        "{\"overrides\": [{\"matchers\": {\"logger\": \"/^com.example/\"}, \"level\": \"debug\"}]}"))
                .overrides());
        library.debug("seen");
        assertThat(lines())
                .containsExactly(
                        "{\"level\":\"warn\",\"logger\":\"com.example.Pool\",\"message\":\"Pool a is full\",\"service\":\"backstage\"}",
                        "{\"level\":\"debug\",\"logger\":\"com.example.Pool\",\"message\":\"seen\",\"service\":\"backstage\"}");
    }

    @Test
    void saysNothingOfTheMistakesOfClients() {
        LibraryLogs.sendTo(new LogOutput(stream(), new JsonFormat(), LogLevel.INFO), Map.of());
        LoggerFactory.getLogger("org.eclipse.jetty.util.HostPort").warn("Bad Authority");
        LoggerFactory.getLogger("org.eclipse.jetty.http.HttpParser").error("broken");
        assertThat(lines())
                .containsExactly(
                        "{\"level\":\"error\",\"logger\":\"org.eclipse.jetty.http.HttpParser\",\"message\":\"broken\"}");
    }

    @Test
    void holdsLibrariesToItsOwnLevel() {
        LibraryLogs.sendTo(new LogOutput(stream(), new JsonFormat(), LogLevel.ERROR), Map.of());
        LoggerFactory.getLogger("com.example.Pool").warn("full");
        assertThat(lines()).isEmpty();
    }

    @Test
    void warnsOfIdsWithUnderscores() {
        LibraryLogs.sendTo(new LogOutput(stream(), new JsonFormat(), LogLevel.INFO), Map.of());
        createBackendPlugin("old_style", _ -> {});
        createBackendModule("catalog", "old_style", _ -> {});
        var line = "{\"level\":\"warn\",\"logger\":\"dev.understudy.backend.plugin.api.FeatureIds\","
                + "\"message\":\"WARNING: The %s will be invalid soon, please change it to match the pattern"
                + " /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/i (letters, digits, and dashes only, starting with a letter)\"}";
        assertThat(lines())
                .containsExactly(
                        line.formatted("pluginId 'old_style'"),
                        line.formatted("moduleId 'old_style' for plugin 'catalog',"));
    }

    private static Map<String, Object> fields() {
        var inner = new LinkedHashMap<String, Object>();
        var items = new ArrayList<Object>();
        items.add(1);
        items.add(null);
        inner.put("e", 1.5);
        inner.put("d", items);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("b", 1.0);
        fields.put("a", "text");
        fields.put("c", inner);
        fields.put("n", null);
        fields.put("u", "é\u0001\"\n\u2028</");
        return fields;
    }

    private static ConfigReader config(String logger) {
        return ConfigReader.fromData(Json.mapper().readTree("{\"backend\": {\"logger\": " + logger + "}}"));
    }

    private DefaultRootLogger logger(LogFormat format, LogLevel threshold) {
        return new DefaultRootLogger(new LogOutput(stream(), format, threshold), Map.of("service", "backstage"));
    }

    private PrintStream stream() {
        return new PrintStream(printed, true, StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
