// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import dev.understudy.errors.HttpException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The failures of reading a body, with the fields that Express's body parser gives them. */
final class BodyErrors {
    private BodyErrors() {}

    static HttpException malformed(String message, String body) {
        var properties = exposed();
        properties.put("body", body);
        properties.put("type", "entity.parse.failed");
        return new HttpException("SyntaxError", 400, message, properties);
    }

    static HttpException tooLong(long declared, int limit) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("expected", declared);
        properties.put("length", declared);
        properties.put("limit", limit);
        properties.put("type", "entity.too.large");
        return tooLarge(properties);
    }

    static HttpException tooMuchReceived(long received, int limit) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("limit", limit);
        properties.put("received", received);
        properties.put("type", "entity.too.large");
        return tooLarge(properties);
    }

    private static HttpException tooLarge(Map<String, Object> properties) {
        return new HttpException("PayloadTooLargeError", 413, "request entity too large", properties);
    }

    static HttpException unsupportedCharset(String charset) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("charset", charset);
        properties.put("type", "charset.unsupported");
        return new HttpException(
                "UnsupportedMediaTypeError",
                415,
                "unsupported charset \"" + charset.toUpperCase(Locale.ROOT) + "\"",
                properties);
    }

    static HttpException unsupportedEncoding(String encoding) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("encoding", encoding);
        properties.put("type", "encoding.unsupported");
        return new HttpException(
                "UnsupportedMediaTypeError", 415, "unsupported content encoding \"" + encoding + "\"", properties);
    }

    static HttpException brokenCompression() {
        return compression("incorrect header check", -3, "Z_DATA_ERROR");
    }

    static HttpException cutCompression() {
        return compression("unexpected end of file", -5, "Z_BUF_ERROR");
    }

    private static HttpException compression(String message, int number, String code) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("errno", number);
        properties.put("code", code);
        properties.putAll(exposed());
        return new HttpException("Error", 400, message, properties);
    }

    static HttpException aborted() {
        return new HttpException(
                "BadRequestError", 400, "request aborted", Map.of("code", "ECONNABORTED", "type", "request.aborted"));
    }

    private static Map<String, Object> exposed() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("expose", true);
        properties.put("statusCode", 400);
        properties.put("status", 400);
        return properties;
    }
}
