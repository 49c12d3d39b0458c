// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.types.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads {@code postgres://user:password@host:port/database?option=value}, {@code socket://user:password@/folder?db=database}
 * and {@code /folder database}. No message repeats the text: it has a password.
 */
final class PostgresUrl {
    private PostgresUrl() {}

    static ObjectNode parse(String text) {
        if (text.startsWith("/")) {
            return unixSocket(text);
        }
        var uri = uri(text);
        var connection = Json.mapper().createObjectNode();
        addOptions(connection, uri.getRawQuery());
        addAuthority(connection, uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
        var path = uri.getRawPath() == null ? "" : uri.getRawPath();
        if ("socket".equalsIgnoreCase(uri.getScheme())) {
            return connection
                    .put("host", decode(path))
                    .put("database", connection.path("db").asString(""));
        }
        if (path.length() > 1) {
            connection.put("database", decode(path.substring(1)));
        }
        addTls(connection);
        return connection;
    }

    private static ObjectNode unixSocket(String text) {
        var parts = text.split(" ", 2);
        var connection = Json.mapper().createObjectNode().put("host", parts[0]);
        return parts.length < 2 ? connection : connection.put("database", parts[1]);
    }

    private static URI uri(String text) {
        try {
            return new URI(text.replace(" ", "%20"));
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("The connection string of the database is not a valid URL: "
                    + malformed.getReason() + " at index " + malformed.getIndex());
        }
    }

    private static void addOptions(ObjectNode connection, @Nullable String query) {
        if (query == null || query.isEmpty()) {
            return;
        }
        for (var option : query.split("&", -1)) {
            var equals = option.indexOf('=');
            var name = equals < 0 ? option : option.substring(0, equals);
            connection.put(
                    decode(name),
                    equals < 0 ? "" : decode(option.substring(equals + 1).replace("+", " ")));
        }
    }

    // by hand, since java.net.URI knows no user whose host is empty or has underscores
    private static void addAuthority(ObjectNode connection, String authority) {
        var at = authority.lastIndexOf('@');
        if (at >= 0) {
            var colon = authority.indexOf(':');
            var user = authority.substring(0, colon < 0 || colon > at ? at : colon);
            putUnlessSet(connection, "user", decode(user));
            if (colon >= 0 && colon < at) {
                putUnlessSet(connection, "password", decode(authority.substring(colon + 1, at)));
            }
        }
        var address = authority.substring(at + 1);
        var colon = address.endsWith("]") ? -1 : address.lastIndexOf(':');
        putUnlessSet(connection, "host", withoutBrackets(decode(colon < 0 ? address : address.substring(0, colon))));
        if (colon >= 0) {
            putUnlessSet(connection, "port", address.substring(colon + 1));
        }
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static void putUnlessSet(ObjectNode connection, String name, String value) {
        if (!value.isEmpty() && connection.path(name).asString("").isEmpty()) {
            connection.put(name, value);
        }
    }

    private static void addTls(ObjectNode connection) {
        switch (connection.path("ssl").asString("")) {
            case "true", "1" -> connection.put("ssl", true);
            case "0" -> connection.put("ssl", false);
            default -> {}
        }
        var mode = connection.path("sslmode").asString("");
        if (mode.equals("disable")) {
            connection.put("ssl", false);
        } else if (!mode.isEmpty() || connection.has("sslrootcert") || connection.has("sslcert")) {
            var tls = connection.putObject("ssl");
            addFile(connection, "sslrootcert", tls, "ca");
            addFile(connection, "sslcert", tls, "cert");
            addFile(connection, "sslkey", tls, "key");
            addVerification(connection, mode, tls);
        } else if (!connection.has("ssl")
                && connection.path("sslnegotiation").asString("").equals("direct")) {
            connection.put("ssl", true);
        }
    }

    // node-postgres verifies everything in all modes but one, unless it is asked to take them as libpq does
    private static void addVerification(ObjectNode connection, String mode, ObjectNode tls) {
        var likeLibpq = connection.path("uselibpqcompat").asString("").equals("true");
        var isLax = mode.equals("prefer") || (mode.equals("require") && !tls.has("ca"));
        if (mode.equals("no-verify") || (likeLibpq && isLax)) {
            tls.put("rejectUnauthorized", false);
        } else if (likeLibpq && mode.equals("verify-ca") && !tls.has("ca")) {
            throw new IllegalArgumentException(
                    "sslmode=verify-ca requires a CA in sslrootcert; use sslmode=verify-full with public ones");
        } else if (likeLibpq && (mode.equals("require") || mode.equals("verify-ca"))) {
            tls.put(PostgresTls.ANY_HOST, true);
        }
    }

    private static void addFile(ObjectNode connection, String option, ObjectNode tls, String name) {
        var file = connection.path(option).asString("");
        if (!file.isEmpty()) {
            try {
                tls.put(name, Files.readString(Path.of(file)));
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot read " + option + " of the database", failure);
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }
}
