// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.TypeException;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

final class WebUrlTest {
    @Test
    void takesUrlsApartAsTheReferenceDoes() {
        SoftAssertions.assertSoftly(softly -> {
            for (var row : ReferenceAnswers.rows(ReferenceAnswers.read("urls.json"))) {
                var text = row.get("url").asString();
                var url = WebUrl.tryParse(text);
                if (row.has("error")) {
                    softly.assertThat(url).as(text).isEmpty();
                    continue;
                }
                var expected = row.get("value");
                softly.assertThat(url).as(text).isPresent();
                url.ifPresent(parsed -> {
                    softly.assertThat(parsed.toString())
                            .isEqualTo(expected.get("href").asString());
                    softly.assertThat(parsed.origin())
                            .as(text)
                            .isEqualTo(expected.get("origin").asString());
                    softly.assertThat(parsed.scheme() + ":")
                            .isEqualTo(expected.get("protocol").asString());
                    softly.assertThat(parsed.host())
                            .isEqualTo(expected.get("host").asString());
                    softly.assertThat(parsed.hostname())
                            .isEqualTo(expected.get("hostname").asString());
                    softly.assertThat(parsed.port())
                            .isEqualTo(expected.get("port").asString());
                    softly.assertThat(parsed.pathname())
                            .isEqualTo(expected.get("pathname").asString());
                    softly.assertThat(parsed.search())
                            .isEqualTo(expected.get("search").asString());
                });
            }
        });
    }

    @Test
    void changesParameters() {
        var url = WebUrl.parse("https://h/p?a=1&b=x+y&a=2#f");
        assertThat(url.withParameter("a", "ä b")).hasToString("https://h/p?a=%C3%A4+b&b=x+y#f");
        assertThat(url.withParameters(url.parameters().without("a"))).hasToString("https://h/p?b=x+y#f");
        assertThat(url.parameters().first("b")).isEqualTo(Optional.of("x y"));
        assertThat(url.withSearch("").withHash("")).hasToString("https://h/p");
        assertThat(url.withPathname("a?b#c/../d")).hasToString("https://h/d?a=1&b=x+y&a=2#f");
    }

    @Test
    void refusesWhatIsNoUrl() {
        assertThatThrownBy(() -> WebUrl.parse("nope"))
                .isInstanceOf(TypeException.class)
                .hasMessage("Invalid URL");
    }
}
