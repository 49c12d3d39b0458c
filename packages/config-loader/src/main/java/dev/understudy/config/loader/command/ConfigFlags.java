// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for beside {@code --config}.
 *
 * @param packages whose schemas count; all when there are none
 */
record ConfigFlags(Set<String> switches, List<String> packages, String format, Optional<String> unknown) {
    private static final Set<String> SWITCHES =
            Set.of("--frontend", "--lax", "--strict", "--deprecated", "--origins", "--with-secrets", "--merge");

    static ConfigFlags parse(List<String> arguments) {
        var switches = new ArrayList<String>();
        var packages = new ArrayList<String>();
        var format = "yaml";
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            int equals = argument.indexOf('=');
            var name = equals < 0 ? argument : argument.substring(0, equals);
            if (SWITCHES.contains(argument)) {
                switches.add(argument);
            } else if (SWITCHES.contains(argument.replaceFirst("^--no-", "--"))) {
                switches.remove(argument.replaceFirst("^--no-", "--"));
            } else if (Set.of("--config", "--package", "--format").contains(name)
                    && (equals >= 0 || i + 1 < arguments.size())) {
                var value = equals >= 0 ? argument.substring(equals + 1) : arguments.get(++i);
                switch (name) {
                    case "--package" -> packages.add(value);
                    case "--format" -> format = value;
                    default -> {} // where to look is read elsewhere
                }
            } else {
                return new ConfigFlags(Set.of(), List.of(), format, Optional.of(argument));
            }
        }
        return new ConfigFlags(Set.copyOf(switches), List.copyOf(packages), format, Optional.empty());
    }

    boolean has(String name) {
        return switches.contains(name);
    }
}
