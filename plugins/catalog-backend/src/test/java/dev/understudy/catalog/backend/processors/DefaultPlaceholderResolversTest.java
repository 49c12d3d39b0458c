// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.processors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.catalog.node.PlaceholderResolverParameters;
import dev.understudy.errors.NotFoundException;
import dev.understudy.types.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class DefaultPlaceholderResolversTest {
    private static final String BASE = "https://github.com/acme/site/blob/main/catalog-info.yaml";
    private static final String FOLDER = "https://github.com/acme/site/blob/main/";
    private static final Map<String, String> FILES = Map.of(
            FOLDER + "a.json", "{\"b\":1}", FOLDER + "two.yaml", "a: 1\n---\nb: 2\n", FOLDER + "a.yaml", "b: [1]");

    private final List<CatalogProcessorResult> results = new ArrayList<>();

    private JsonNode resolve(String key, String value) throws Exception {
        var resolver = Objects.requireNonNull(DefaultPlaceholderResolvers.all().get(key));
        return resolver.resolve(new PlaceholderResolverParameters(
                key,
                Json.mapper().readTree(value),
                BASE,
                DefaultPlaceholderResolversTest::read,
                (url, base) -> URI.create(base).resolve(url).toString(),
                results::add));
    }

    private static byte[] read(String url) {
        var content = FILES.get(url);
        if (content == null) {
            throw new NotFoundException("nothing at " + url);
        }
        return content.getBytes(UTF_8);
    }

    @Test
    void readFilesNextToTheEntityAndAskToBeRefreshedWithThem() throws Exception {
        assertThat(resolve("text", "\"a.json\"").stringValue()).isEqualTo("{\"b\":1}");
        assertThat(resolve("json", "\"./a.json\"").toString()).isEqualTo("{\"b\":1}");
        assertThat(resolve("yaml", "\"" + FOLDER + "a.yaml\"").toString()).isEqualTo("{\"b\":[1]}");
        assertThat(results)
                .containsExactly(
                        CatalogProcessorResult.refresh("url:" + FOLDER + "a.json"),
                        CatalogProcessorResult.refresh("url:" + FOLDER + "a.json"),
                        CatalogProcessorResult.refresh("url:" + FOLDER + "a.yaml"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text | 5 | Placeholder $text expected a string value parameter, in the form of an absolute URL or a relative path
            text | "https://github.com/other/site/blob/main/a" | Placeholder $text could not form a URL out of https://github.com/acme/site/blob/main/catalog-info.yaml and https://github.com/other/site/blob/main/a, Error: Placeholder may only reference files from the same repository as the entity
            text | "none" | Placeholder $text could not read location none, NotFoundError: nothing at https://github.com/acme/site/blob/main/none
            yaml | "two.yaml" | Placeholder $yaml expected to find exactly one document of data at two.yaml, found 2
            json | "a.yaml" | Placeholder $json failed to parse JSON data at a.yaml, SyntaxError: Unexpected token 'b', "b: [1]" is not valid JSON""")
    void refuseWhatCannotBeResolved(String key, String value, String message) {
        assertThatThrownBy(() -> resolve(key, value)).hasMessage(message);
    }
}
