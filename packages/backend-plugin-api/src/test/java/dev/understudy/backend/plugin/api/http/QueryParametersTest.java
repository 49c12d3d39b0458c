// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QueryParametersTest {
    @Test
    void keepsAllValuesInTheirOrder() {
        var query = QueryParameters.parse("a=1&b=2&a=3&&c&=d&e=f=g");

        assertThat(query.all("a")).containsExactly("1", "3");
        assertThat(query.first("a")).contains("1");
        assertThat(query.first("c")).contains("");
        assertThat(query.first("e")).contains("f=g");
        assertThat(query.has("x")).isFalse();
        assertThat(query.all("x")).isEmpty();
        assertThat(query.names()).containsExactly("a", "b", "c", "e");
    }

    @Test
    void decodesAndTakesMalformedEncodingLiterally() {
        var query = QueryParameters.parse("a%20b=c+d%2B&x=%zz+y&u=%C3%A9&v=%ff");

        assertThat(query.first("a b")).contains("c d+");
        assertThat(query.first("x")).contains("%zz y");
        assertThat(query.first("u")).contains("é");
        assertThat(query.first("v")).contains("%ff");
    }

    @Test
    void readsAThousandParametersAndNoMore() {
        assertThat(QueryParameters.parse("a=1&".repeat(5000)).all("a")).hasSize(1000);
    }
}
