// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

/** What {@link RequestMistake} puts into requests. */
final class RubbishTexts {
    static final String[] JSON = {
        "{",
        "[1,",
        "nul",
        "{\"a\":}",
        "\"text\"",
        "17",
        "",
        " ",
        "\ufeff{}",
        "[".repeat(50_000),
        "{\"a\":".repeat(20_000),
        "[" + "1,".repeat(49_000) + "1]",
        " ".repeat(150_000),
        "{\"entityRefs\": " + "9".repeat(90_000) + "}",
        "{\"entityRefs\": 1e999999999}",
        "{\"entityRefs\": 1}",
        "{\"entityRefs\": [null, {}, [], 1]}",
        "{\"entityRefs\": [\"\\u0000\", \"\\ud800\"]}",
        "{\"__proto__\": {\"a\": 1}, \"constructor\": 1}",
        "{\"a\": 1, \"a\": 2}",
        "{'a': 1}",
        "{} {}",
        "/* */ {}",
        "\u0000"
    };
    static final String[] CONTENT_TYPES = {
        "",
        ";",
        "text/plain",
        "application/xml",
        "application/json; charset=utf-99",
        "application/json; charset=\"",
        "application/json; charset=utf-16",
        "application/json; charset=utf-32",
        "application/json;;;;=",
        "application/" + "a".repeat(300),
        "multipart/form-data; boundary=",
        "application/x-www-form-urlencoded",
        "application/json, text/plain",
        "\u00ff/\u00ff"
    };
    static final String[] CHUNKS = {
        "zz\r\n",
        "5\r\nhello0\r\n\r\n",
        "ffffffffffffffff\r\nx",
        "7fffffff\r\nx",
        "-1\r\nx\r\n",
        "5;\u0000\r\nhello\r\n0\r\n\r\n",
        "1;" + "a".repeat(20_000) + "\r\n{\r\n",
        "2\r\n{}\r\n",
        "2\n{}\n0\n\n",
        "2\r\n{}\r\n0\r\nA: " + "a".repeat(20_000) + "\r\n\r\n",
        "2\r\n{}\r\n0\r\nContent-Length: 5\r\n\r\n",
        "1\r\n{\r\n".repeat(2_000),
        "0\r\n",
        ""
    };
    static final String[] LENGTHS = {
        "Content-Length: 4",
        "Content-Length: +4",
        "Content-Length: -1",
        "Content-Length: 0x4",
        "Content-Length: 4, 60",
        "Content-Length: 99999999999999999999",
        "Content-Length: ",
        "Content-Length : 5",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding:\u000bchunked",
        "Transfer-Encoding: "
    };
    static final String[] HEADER_LINES = {
        "No-Colon", ":", ": value", " folded", "A: b\r\n folded", "A: b\rC: d", "A\t: b", "\u0000", "="
    };
    static final String[] KNOWN_HEADERS = {
        "Authorization",
        "Cookie",
        "If-None-Match",
        "If-Modified-Since",
        "Accept",
        "Accept-Encoding",
        "Range",
        "Origin",
        "X-Forwarded-For",
        "Expect",
        "Upgrade",
        "Connection",
        "User-Agent",
        "Referer",
        "Forwarded",
        "Access-Control-Request-Method"
    };
    static final String[] HEADER_VALUES = {
        "",
        ",",
        ";=;=;",
        "Bearer ",
        "Bearer a.b.c",
        "Bearer e30.e30.e30",
        "Basic " + "a".repeat(5_000),
        "backstage-auth=a.b.c; backstage-auth",
        "\"",
        "*;q=",
        "gzip;q=NaN, br;q=-1, *;q=1e9",
        "bytes=5-1,-,9999999999999999999-",
        "999.999.999.999, ::::, x",
        "null",
        "close, upgrade",
        "h2c",
        "100-continue",
        "\u00ff\u00fe",
        "%00%ff",
        ",".repeat(8_000)
    };
    static final String[] TARGETS = {
        "/",
        "*",
        "//",
        "/..",
        "/api",
        "/api/catalog/../../etc/passwd",
        "/api//catalog",
        "api/catalog/entities",
        "http://",
        "http://x:99999/api/catalog/entities",
        "https://user@[::1/a",
        "?",
        "#",
        "/api/catalog/entities/by-uid/%zz",
        "/api/catalog/entities/by-name/%00/%ff/%2e%2e",
        "/api/catalog/.backstage/auth/v1/cookie",
        "/api/catalog/.backstage/auth/v1/jwks.json",
        "/.backstage/health/v1/readiness",
        "/.backstage/startup",
        "/api/" + "%2f".repeat(3_000),
        "/" + "a/".repeat(7_000)
    };
    static final String[] ESCAPES = {
        "%",
        "%z",
        "%zz",
        "%00",
        "%ff",
        "%c3%28",
        "%u0041",
        "%2e%2e%2f",
        "?a=%ff&a=%&=&&",
        "?a[b][c]=d&a=e",
        "?filter=%00",
        "#%"
    };
    static final String[] METHODS = {
        "CONNECT",
        "TRACE",
        "OPTIONS",
        "HEAD",
        "PATCH",
        "PURGE",
        "get",
        "G@T",
        "",
        "PRI",
        "A".repeat(9_000),
        "\u0016\u0003\u0001\u0002\u0000"
    };

    private RubbishTexts() {}
}
