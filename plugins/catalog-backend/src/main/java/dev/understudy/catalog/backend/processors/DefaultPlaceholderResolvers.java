// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.catalog.node.PlaceholderResolver;
import dev.understudy.catalog.node.PlaceholderResolverParameters;
import dev.understudy.errors.ErrorNames;
import dev.understudy.types.Json;
import dev.understudy.types.JsonSyntax;
import dev.understudy.types.yaml.YamlDocument;
import dev.understudy.types.yaml.YamlDocuments;
import java.util.ArrayList;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The placeholders that every catalog knows: {@code $text}, {@code $json} and {@code $yaml}. */
public final class DefaultPlaceholderResolvers {
    private DefaultPlaceholderResolvers() {}

    /** The resolvers by placeholder, without its dollar sign. */
    public static Map<String, PlaceholderResolver> all() {
        return Map.of(
                "text", parameters -> JsonNodeFactory.instance.stringNode(read(parameters)),
                "json", DefaultPlaceholderResolvers::json,
                "yaml", DefaultPlaceholderResolvers::yaml);
    }

    private static JsonNode json(PlaceholderResolverParameters parameters) throws InterruptedException {
        var content = read(parameters);
        try {
            return Json.mapper().readTree(content);
        } catch (JacksonException invalid) {
            throw failed(
                    parameters,
                    "failed to parse JSON data at " + shown(parameters.value()) + ", SyntaxError: "
                            + JsonSyntax.mistakeIn(content).orElse(invalid.getOriginalMessage()));
        }
    }

    private static JsonNode yaml(PlaceholderResolverParameters parameters) throws InterruptedException {
        var documents = new ArrayList<YamlDocument>();
        YamlDocuments.of(read(parameters)).forEach(documents::add);
        if (documents.size() != 1) {
            throw failed(
                    parameters,
                    "expected to find exactly one document of data at " + shown(parameters.value()) + ", found "
                            + documents.size());
        }
        return switch (documents.getFirst()) {
            case YamlDocument.Content(var value) -> value;
            case YamlDocument.Malformed(var message) ->
                throw failed(
                        parameters,
                        "found an error in the data at " + shown(parameters.value()) + ", YAMLParseError: " + message);
        };
    }

    private static String read(PlaceholderResolverParameters parameters) throws InterruptedException {
        var url = absoluteUrl(parameters);
        try {
            var content = new String(parameters.reader().read(url), UTF_8);
            parameters.emit().emit(CatalogProcessorResult.refresh("url:" + url));
            return content;
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failure) {
            throw failed(
                    parameters,
                    "could not read location " + shown(parameters.value()) + ", " + ErrorNames.describe(failure));
        }
    }

    private static String absoluteUrl(PlaceholderResolverParameters parameters) {
        if (!parameters.value().isString()) {
            throw failed(
                    parameters, "expected a string value parameter, in the form of an absolute URL or a relative path");
        }
        var value = parameters.value().stringValue();
        try {
            var url = parameters.urlResolver().resolve(value, parameters.baseUrl());
            SameRepository.check(url, parameters.baseUrl());
            return url;
        } catch (RuntimeException failure) {
            throw failed(
                    parameters,
                    "could not form a URL out of " + parameters.baseUrl() + " and " + value + ", "
                            + ErrorNames.describe(failure));
        }
    }

    private static String shown(JsonNode value) {
        return value.isString() ? value.stringValue() : Json.stringify(value);
    }

    private static IllegalStateException failed(PlaceholderResolverParameters parameters, String what) {
        return new IllegalStateException("Placeholder $" + parameters.key() + " " + what);
    }
}
