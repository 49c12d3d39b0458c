// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.command;

import dev.understudy.config.ConfigException;
import dev.understudy.config.loader.ConfigSourceOptions;
import dev.understudy.config.loader.ConfigSources;
import dev.understudy.config.loader.EffectiveConfig;
import dev.understudy.config.loader.RemoteConfigSource;
import dev.understudy.config.loader.schema.ConfigSchema;
import dev.understudy.config.loader.schema.ConfigViolation;
import dev.understudy.config.loader.schema.ConfigViolation.Severity;
import dev.understudy.config.loader.schema.Visibility;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The commands {@code config print}, {@code config check}, {@code config schema} and {@code config docs}, with {@code --config
 * <path|url>} as often as wanted.
 *
 * <p>Backstage counterpart: {@code backstage-cli config:print}, {@code config:check}, {@code config:schema} and {@code
 * config:docs}.
 */
public final class ConfigCommand {
    private static final String USAGE = """
            Usage: config print [--frontend | --with-secrets | --origins] [--format yaml|json] [--lax]
                                [--config <path|url>]...
                   config check [--frontend] [--strict] [--lax] [--package <name>]... [--config <path|url>]...
                   config schema [--merge] [--format yaml|json] [--package <name>]...
                   config docs [--package <name>]...""";
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
     * @param arguments {@code print}, {@code check}, {@code schema} or {@code docs}, and options
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
        var command = arguments.isEmpty() ? "" : arguments.getFirst();
        var flags = ConfigFlags.parse(arguments.stream().skip(1).toList());
        if (flags.unknown().isPresent()) {
            err.println("Unknown option " + flags.unknown().get());
            err.println(USAGE);
            return MISUSE;
        }
        var where = flags.has("--lax") ? options.withLaxVariables() : options;
        return switch (command) {
            case "print" -> print(printed(load(where), flags));
            case "check" -> check(load(where), flags);
            case "schema" -> print(ConfigPrinter.text(schema(flags), flags.format()));
            case "docs" -> print(selected(flags).reference());
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

    private int print(String text) {
        out.print(text);
        return SUCCESS;
    }

    private String printed(EffectiveConfig config, ConfigFlags flags) {
        if (flags.has("--frontend") && flags.has("--with-secrets")) {
            throw new ConfigException("Not allowed to combine frontend and secret config");
        }
        return flags.has("--origins")
                ? ConfigPrinter.origins(config, schema)
                : ConfigPrinter.text(shown(config.data(), flags), flags.format());
    }

    private JsonNode shown(JsonNode data, ConfigFlags flags) {
        if (flags.has("--frontend")) {
            return schema.filter(data, Set.of(Visibility.FRONTEND));
        }
        return flags.has("--with-secrets") ? data : schema.masked(data);
    }

    private ConfigSchema selected(ConfigFlags flags) {
        return flags.packages().isEmpty() ? schema : schema.ofPackages(flags.packages());
    }

    private JsonNode schema(ConfigFlags flags) {
        return flags.has("--merge") ? selected(flags).merged() : selected(flags).serialize();
    }

    private int check(EffectiveConfig config, ConfigFlags flags) {
        var checked = flags.has("--strict") ? selected(flags).strict() : selected(flags);
        var violations = flags.has("--frontend")
                ? checked.validate(config, Set.of(Visibility.FRONTEND))
                : checked.validate(config);
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
