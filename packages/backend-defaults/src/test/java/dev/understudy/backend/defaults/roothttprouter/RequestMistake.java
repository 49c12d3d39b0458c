// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static dev.understudy.backend.defaults.roothttprouter.RequestDraft.latin;

import java.util.List;
import java.util.Random;

/**
 * What can be wrong with a request, short of bytes that make no sense at all.
 *
 * @param name for the report of a failure
 */
record RequestMistake(String name, Effect effect) {
    static final List<RequestMistake> ALL = List.of(
            of("json", (draft, random) -> draft.json(pick(random, RubbishTexts.JSON))),
            of("json that is no utf 8", (draft, random) -> {
                draft.json("{\"entityRefs\": [\"xxxxxxxx\"]}");
                random.nextBytes(draft.body);
            }),
            of(
                    "content type",
                    (draft, random) -> draft.json("{\"entityRefs\": []}")
                            .without("Content-Type")
                            .header("Content-Type", pick(random, RubbishTexts.CONTENT_TYPES))),
            of(
                    "content encoding",
                    (draft, random) -> draft.json("{}")
                            .header(
                                    "Content-Encoding",
                                    pick(random, "gzip", "deflate", "br", "x", "", "gzip, gzip", "identity,"))),
            of(
                    "chunks",
                    (draft, random) -> draft.json("{}")
                            .without("Content-Length")
                            .header("Transfer-Encoding", "chunked")
                            .content(latin(pick(random, RubbishTexts.CHUNKS)))),
            of(
                    "lengths",
                    (draft, random) -> draft.json("{\"entityRefs\": []}").line(pick(random, RubbishTexts.LENGTHS))),
            of(
                    "length of more or less",
                    (draft, random) -> draft.json("{\"entityRefs\": []}")
                            .without("Content-Length")
                            .header("Content-Length", "" + random.nextInt(40))),
            of("header name", (draft, random) -> draft.header("A" + (char) random.nextInt(256) + "B", "c")),
            of("header value", (draft, random) -> draft.header("A", "b" + (char) random.nextInt(256) + "c")),
            of("header line", (draft, random) -> draft.line(pick(random, RubbishTexts.HEADER_LINES))),
            of(
                    "known header",
                    (draft, random) -> draft.header(
                            pick(random, RubbishTexts.KNOWN_HEADERS), pick(random, RubbishTexts.HEADER_VALUES))),
            of("long header", (draft, random) -> draft.header("A", "a".repeat(random.nextInt(30_000)))),
            of("many headers", (draft, random) -> {
                for (int count = random.nextInt(3_000); count > 0; count--) {
                    draft.line("a:b");
                }
            }),
            of("target", (draft, random) -> draft.target = pick(random, RubbishTexts.TARGETS)),
            of("escapes", (draft, random) -> draft.target += pick(random, RubbishTexts.ESCAPES)),
            of("target character", (draft, random) -> draft.target += (char) random.nextInt(256)),
            of("long target", (draft, random) -> draft.target += "?filter=" + "a".repeat(random.nextInt(30_000))),
            of("method", (draft, random) -> draft.method = pick(random, RubbishTexts.METHODS)),
            of(
                    "version",
                    (draft, random) -> draft.version = pick(
                            random, "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/9.9", "http/1.1", "HTTP/1.1 ", "X", "")),
            of("line end", (draft, random) -> draft.lineEnd = pick(random, "\n", "\r", "\n\r", "\r\n ", "\r\r\n", "")),
            of("host", (draft, random) -> {
                draft.without("Host");
                draft.line(pick(
                        random,
                        "A: b",
                        "Host: a\r\nHost: b",
                        "Host: a b",
                        "Host:",
                        "Host: [::1",
                        "Host: a:99999",
                        "Host: @"));
            }),
            of("pipelined bytes", (draft, random) -> {
                draft.rest = new byte[random.nextInt(200)];
                random.nextBytes(draft.rest);
            }),
            of(
                    "pipelined requests",
                    (draft, random) -> draft.rest = latin(pick(
                                    random,
                                    "GET /api/catalog/entities HTTP/1.1\r\nHost: x\r\n\r\n",
                                    "\r\n\r\n",
                                    "POST / HTTP/1.1\r\n\r\n")
                            .repeat(random.nextInt(20)))));

    /** Changes a request. */
    @FunctionalInterface
    interface Effect {
        void make(RequestDraft draft, Random random);
    }

    private static RequestMistake of(String name, Effect effect) {
        return new RequestMistake(name, effect);
    }

    void make(RequestDraft draft, Random random) {
        effect.make(draft, random);
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
