// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request that can be spoilt before it is sent; a character is a byte. */
final class RequestDraft {
    String method;
    String target;
    String version = "HTTP/1.1";
    String lineEnd = "\r\n";
    final List<String> headers = new ArrayList<>(List.of("Host: localhost"));
    byte[] body = {};
    byte[] rest = {};

    RequestDraft(String method, String target) {
        this.method = method;
        this.target = target;
    }

    RequestDraft header(String name, String value) {
        return line(name + ": " + value);
    }

    RequestDraft line(String line) {
        headers.add(line);
        return this;
    }

    RequestDraft without(String name) {
        headers.removeIf(line -> line.startsWith(name + ":"));
        return this;
    }

    /** A body of its right length. */
    RequestDraft json(String text) {
        without("Content-Type").without("Content-Length").header("Content-Type", "application/json");
        return content(text.getBytes(StandardCharsets.UTF_8)).header("Content-Length", "" + body.length);
    }

    RequestDraft content(byte[] bytes) {
        body = bytes;
        return this;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin(method + " " + target + " " + version + lineEnd));
        headers.forEach(line -> out.writeBytes(latin(line + lineEnd)));
        out.writeBytes(latin(lineEnd));
        out.writeBytes(body);
        out.writeBytes(rest);
        return out.toByteArray();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
