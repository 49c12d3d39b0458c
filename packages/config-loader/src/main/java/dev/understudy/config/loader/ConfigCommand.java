// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.loader.schema.ConfigSchema;
import dev.understudy.config.loader.schema.ConfigViolation;
import dev.understudy.config.loader.schema.ConfigViolation.Severity;
import dev.understudy.config.loader.schema.Visibility;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The commands {@code config print} and {@code config check}, with {@code --config <path|url>} as often as wanted.
 *
 * <p>Backstage counterpart: {@code backstage-cli config:print} and {@code config:check}.
 */
public final class ConfigCommand {
    private static final String USAGE = """
            Usage: config print [--origins | --frontend] [--config <path|url>]...
                   config check [--config <path|url>]...""";
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;
    private static final int MISUSE = 2;

    private final ConfigSchema schema;
    private final PrintStream out;
    private final PrintStream err;

    private ConfigCommand(ConfigSchema schema, PrintStream out, PrintStream err) {
        this.schema = schema;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs a command with the schemas on this thread's class path.
     *
     * @param arguments {@code print} or {@code check}, and options
     * @param folder where relative paths and default files are looked for
     * @return the process's exit code
     */
    public static int run(
            List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err, Path folder) {
        var loader = Thread.currentThread().getContextClassLoader();
        var schema = ConfigSchema.fromClasspath(loader == null ? ConfigCommand.class.getClassLoader() : loader);
        return run(schema, arguments, environment, out, err, folder);
    }

    static int run(
            ConfigSchema schema,
            List<String> arguments,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err,
            Path folder) {
        try {
            return new ConfigCommand(schema, out, err)
                    .run(
                            arguments,
                            ConfigSourceOptions.of(arguments, environment, folder)
                                    .withoutWatching());
        } catch (RuntimeException failure) {
            err.println(failure.getMessage());
            return FAILURE;
        }
    }

    private int run(List<String> arguments, ConfigSourceOptions options) {
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "print" -> {
                out.print(printed(load(options), arguments));
                yield SUCCESS;
            }
            case "check" -> check(load(options));
            default -> {
                err.println(USAGE);
                yield MISUSE;
            }
        };
    }

    private static EffectiveConfig load(ConfigSourceOptions options) {
        var remote = options.withRemote(RemoteConfigSource.DEFAULT_RELOAD_INTERVAL);
        return EffectiveConfig.of(ConfigSources.create(remote).read());
    }

    private String printed(EffectiveConfig config, List<String> arguments) {
        if (arguments.contains("--origins")) {
            return ConfigPrinter.origins(config, schema);
        }
        return ConfigPrinter.yaml(
                arguments.contains("--frontend")
                        ? schema.filter(config.data(), Set.of(Visibility.FRONTEND))
                        : schema.masked(config.data()));
    }

    private int check(EffectiveConfig config) {
        var violations = schema.validate(config);
        var errors = violations.stream()
                .filter(violation -> violation.severity() == Severity.ERROR)
                .count();
        violations.forEach(this::report);
        if (errors > 0) {
            err.println(errors == 1 ? "1 error" : errors + " errors");
            return FAILURE;
        }
        out.println("The configuration is valid");
        return SUCCESS;
    }

    private void report(ConfigViolation violation) {
        err.println((violation.severity() == Severity.ERROR ? "error: " : "warning: ") + violation);
    }
}
