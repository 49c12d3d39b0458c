// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CatalogRequestTest {
    @TempDir
    static Path directory;

    private TestCatalog catalog;

    @BeforeEach
    void start() {
        catalog = TestCatalog.start(DatabaseDialect.SQLITE, directory);
    }

    @AfterEach
    void stop() {
        catalog.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/entities?limit=x | request/query/limit must be integer",
                "/entities?limit=1&limit=2 | request/query/limit must be integer",
                "/entities?limit=-1 | request/query/limit must be >= 0",
                "/entities?limit=0 | Invalid limit, must be greater than zero",
                "/entities?limit= | Empty value found for query parameter 'limit'",
                "/entities?limit=x&other=1 | Unknown query parameter 'other'",
                "/entities?after=abc | Malformed after cursor, could not be parsed",
                "/entities?after=eyJsaW1pdCI6IngifQ== | Malformed after cursor, limit was not an number",
                "/entities?after=eyJvZmZzZXQiOiJ4In0= | Malformed after cursor, offset was not a number",
                "/entities?filter[x]=y | request/query/filter/0 must be string",
                "/entities?fields[x]=y | req[field][name].split is not a function",
                "/entities/by-uid/x?y=1 | Unknown query parameter 'y'",
                "/entities/by-name/a%ZZ/b/c | malformed uri'",
                "/entities/by-query?totalItems=x | request/query/totalItems must be equal to one of the allowed values: include, exclude",
                "/entities/by-query?cursor=x&cursor=y | request/query/cursor must be string",
                "/entities/by-query?orderField=a,ASC | Invalid order field order, must be asc or desc",
                "/entity-facets | request/query must have required property 'facet'",
                "/entity-facets?facet=&facet= | Missing facet parameter",
                "/locations?x=1 | Unknown query parameter 'x'",
            })
    void refusesParameters(String url, String message) throws Exception {
        assertThat(catalog.get(url)).isEqualTo("InputError: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/entities/by-refs | {} | request/body must have required property 'entityRefs'",
                "/entities/by-refs | {\"entityRefs\":\"x\"} | request/body/entityRefs must be array",
                "/entities/by-refs | {\"entityRefs\":[\"a\",1]} | request/body/entityRefs/1 must be string",
                "/entities/by-refs | {\"entityRefs\":[],\"query\":{\"$x\":1}} | Malformed request body (did you remember to"
                        + " specify an application/json content type?), Validation error: Invalid at \"query.$x\"",
                "/entities/by-query | [] | request/body must be object",
                "/entities/by-query | \"x\" | Unexpected token '\"', \"\"x\"\" is not valid JSON",
                "/entities/by-query | {\"limit\":null} | request/body/limit must be number",
                "/entities/by-query | {\"limit\":-1} | Invalid limit, must be zero or greater",
                "/entities/by-query | {\"orderBy\":[{}]} | request/body/orderBy/0 must have required property 'field'",
                "/entities/by-query | {\"cursor\":\"\"} | Cursor cannot be empty",
                "/entities/by-query | {\"query\":{\"$all\":[1]}} | Invalid filter predicate: top-level primitive values are"
                        + " not supported. Wrap the value in a field expression, e.g. { \"kind\": 1 }",
                "/entities/by-query | {\"query\":{\"$all\":[],\"kind\":\"x\"}} | Invalid query: Validation error:"
                        + " Unrecognized key(s) in object: 'kind'",
                "/entities/by-query | {\"query\":{\"kind\":{}}} | Invalid query: Validation error: Expected string, received"
                        + " object at \"kind\", or Expected number, received object at \"kind\", or Expected boolean,"
                        + " received object at \"kind\", or Required at \"kind.$exists\", or Required at \"kind.$in\", or"
                        + " Required at \"kind.$contains\", or Required at \"kind.$hasPrefix\", or Invalid at \"kind\";"
                        + " Expected never, received object at \"kind\", or Expected string, received object, or Expected"
                        + " number, received object, or Expected boolean, received object, or Required at \"$all\";"
                        + " Unrecognized key(s) in object: 'kind', or Required at \"$any\"; Unrecognized key(s) in"
                        + " object: 'kind', or Required at \"$not\"; Unrecognized key(s) in object: 'kind'",
                "/entities/by-query | {\"query\":{\"a\":{\"$contains\":{\"b\":\"c\"}}}} | Object form of $contains is not"
                        + " supported for field \"a\"",
                "/entities/by-query | {\"query\":{\"relations\":{\"$contains\":{\"type\":\"a\",\"x\":\"b\"}}}} | Unsupported key"
                        + " \"x\" in $contains for \"relations\". Only \"type\" and \"targetRef\" are supported",
                "/entity-facets | {\"facets\":[\"\"]} | Missing or empty facets parameter",
                "/locations/by-query | {\"limit\":1.5} | Limit must be a positive integer >= 1",
                "/locations/by-query | {\"cursor\":\"abc\"} | Malformed cursor, unknown encoding",
                "/locations/by-query | {\"cursor\":\"eyJsaW1pdCI6MH0=\"} | Malformed cursor: Validation error: Number must be"
                        + " greater than or equal to 1 at \"limit\"",
                "/locations/by-query | {\"query\":{\"x\":1}} | Invalid filter predicate, expected key to be 'id', 'type',"
                        + " 'target', or 'entityRef', got 'x'",
            })
    void refusesBodies(String url, String body, String message) throws Exception {
        assertThat(catalog.post(url, body)).isEqualTo("InputError: " + message);
    }

    @Test
    void refusesOtherKindsOfBody() throws Exception {
        assertThat(catalog.text("POST", "/entity-facets", "", Map.of()))
                .isEqualTo("InputError: unsupported media type undefined");
        assertThat(catalog.text("POST", "/entities/by-query", "{}", Map.of("Content-Type", "text/plain")))
                .isEqualTo("InputError: unsupported media type text/plain");
        assertThat(catalog.text("POST", "/entities/by-refs", "", Map.of()))
                .isEqualTo("InputError: Malformed request body (did you remember to specify an application/json"
                        + " content type?), Validation error: Required at \"entityRefs\"");
        assertThat(catalog.post("/entities/by-query", "{\"a\":\"" + "x".repeat(102_400) + "\"}"))
                .isEqualTo("InputError: request entity too large");
    }

    @Test
    void describesItselfWithMountedPaths() throws Exception {
        var document = catalog.json("/openapi.json");
        assertThat(document.at("/paths").propertyNames())
                .contains("/api/catalog/entities/by-query", "/api/catalog/validate-entity");
        assertThat(document.get("openapi").stringValue()).isEqualTo("3.0.3");
    }
}
