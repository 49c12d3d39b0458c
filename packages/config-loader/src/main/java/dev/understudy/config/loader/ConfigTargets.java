// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.ConfigException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The {@code --config} options of a command line. */
final class ConfigTargets {
    private static final String OPTION = "--config";

    private ConfigTargets() {}

    /** Their values, in order; everything after {@code --} is left alone. */
    static List<String> parse(List<String> arguments) {
        var targets = new ArrayList<String>();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var argument = rest.next();
            if (argument.equals("--")) {
                break;
            } else if (argument.equals(OPTION)) {
                targets.add(value(rest));
            } else if (argument.startsWith(OPTION + "=")) {
                targets.add(argument.substring(OPTION.length() + 1));
            }
        }
        targets.removeIf(String::isEmpty);
        return targets;
    }

    private static String value(Iterator<String> rest) {
        if (rest.hasNext()) {
            var value = rest.next();
            if (!value.startsWith("--")) {
                return value;
            }
        }
        throw new ConfigException("Option --config needs the path or URL of a config file");
    }

    /** Whether the target is a URL: it has a scheme and a host. */
    static boolean isUrl(String target) {
        try {
            var uri = URI.create(target);
            return uri.getScheme() != null && uri.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
