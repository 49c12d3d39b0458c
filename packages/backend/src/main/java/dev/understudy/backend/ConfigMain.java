// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import dev.understudy.config.loader.command.ConfigCommand;
import java.nio.file.Path;
import java.util.List;

/** {@code ./understudy config}: shows and checks the configuration of the example application. */
public final class ConfigMain {
    private ConfigMain() {}

    public static void main(String[] args) {
        System.exit(ConfigCommand.run(List.of(args), System.getenv(), System.out, System.err, Path.of("")));
    }
}
