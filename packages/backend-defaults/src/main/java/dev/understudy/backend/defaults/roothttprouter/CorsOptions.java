// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.config.Config;
import java.util.List;
import java.util.Optional;

/**
 * Who may call from other origins, and how. Backstage counterpart: {@code readCorsOptions}.
 *
 * @param origins patterns of origins; empty for any origin
 * @param methods what preflight answers for methods
 * @param allowedHeaders empty to allow whatever a preflight asks for
 */
record CorsOptions(
        Optional<List<OriginPattern>> origins,
        String methods,
        Optional<String> allowedHeaders,
        Optional<String> exposedHeaders,
        boolean credentials,
        Optional<String> maxAge,
        boolean preflightContinue,
        int optionsSuccessStatus) {
    private static final String DEFAULT_METHODS = "GET,HEAD,PUT,PATCH,POST,DELETE";
    private static final int DEFAULT_SUCCESS_STATUS = 204;

    static Optional<CorsOptions> fromConfig(Config config) {
        return config.optionalConfig("backend.cors").map(CorsOptions::read);
    }

    private static CorsOptions read(Config cors) {
        return new CorsOptions(
                strings(cors, "origin")
                        .map(patterns ->
                                patterns.stream().map(OriginPattern::parse).toList()),
                strings(cors, "methods").map(CorsOptions::joined).orElse(DEFAULT_METHODS),
                strings(cors, "allowedHeaders").map(CorsOptions::joined),
                strings(cors, "exposedHeaders").map(CorsOptions::joined).filter(text -> !text.isEmpty()),
                cors.optionalBool("credentials").orElse(false),
                cors.optionalNumber("maxAge").map(CorsOptions::number),
                cors.optionalBool("preflightContinue").orElse(false),
                cors.optionalInteger("optionsSuccessStatus").orElse(DEFAULT_SUCCESS_STATUS));
    }

    private static Optional<List<String>> strings(Config cors, String key) {
        var value = cors.optionalValue(key);
        return value.filter(node -> node.isString()).isPresent()
                ? value.map(node -> List.of(node.asString()))
                : cors.optionalStringArray(key);
    }

    private static String joined(List<String> values) {
        return String.join(",", values);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    boolean allows(String origin) {
        return origins.isEmpty() || origins.get().stream().anyMatch(pattern -> pattern.matches(origin));
    }
}
