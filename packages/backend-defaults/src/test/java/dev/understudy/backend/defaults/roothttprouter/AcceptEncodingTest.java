// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reference chooses, as it said when it was asked. */
final class AcceptEncodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "br | br",
                "gzip, deflate, br | br",
                "gzip | gzip",
                "deflate | deflate",
                "deflate, gzip | gzip",
                "deflate, gzip, br | br",
                "deflate,br | br",
                "* | br",
                "gzip;q=0 | identity",
                "br;q=0 | identity",
                "br;q=0, * | gzip",
                "br;q=0, gzip | gzip",
                "gzip;q=0.1, deflate;q=0.5 | deflate",
                "identity, gzip;q=0.5 | identity",
                "identity | identity",
                "identity;q=0 | identity",
                "'' | identity",
                "gzip;q=1, br;q=0.9 | gzip",
                "gzip;q=0.9, br;q=0.9, deflate | deflate",
                "*;q=0.5 | br",
                "*;q=0.5, identity | identity",
                "*;q=0, identity | identity",
                "*;q=0 | identity",
                "gzip, *;q=0.1 | gzip",
                "deflate, *;q=0.1 | deflate",
                "BR | br",
                "br;q=abc | identity",
                "br;q= | identity",
                "br;foo=1;q=0.5, gzip;q=0.6 | gzip",
                "br;q=1.5 | br",
                "x-gzip | identity",
                "br, gzip;q=0.8, identity;q=1 | br",
                "identity;q=0.5, br;q=0.5 | br",
                "identity;q=0.5, deflate;q=0.5 | identity",
                "deflate;q=0.5, identity;q=0.5, gzip;q=0.5 | gzip",
                "deflate;q=0.5, identity;q=0.5 | deflate",
                "br ; q=0.5 , gzip ; q=0.6 | gzip",
                "gzip, gzip;q=0 | gzip",
                "br;q=0.001 | br",
                "*, br;q=0, gzip;q=0 | deflate",
                "*, br;q=0, gzip;q=0, deflate;q=0 | identity",
                "gzip;q=0.5, * | br",
                "br br | identity",
                "br; | br",
                "identity;q=0.5, *;q=0.4 | identity",
                "gzip;q=0.4, *;q=0.4, identity;q=0.4 | br",
                "gzip;q=-1 | identity",
            })
    void choosesAsTheReferenceDoes(String header, String coding) {
        assertThat(AcceptEncoding.chosenBy(List.of(header)).token()).isEqualTo(coding);
    }

    @Test
    void sendsPlainContentToWhoAsksForNothing() {
        assertThat(AcceptEncoding.chosenBy(List.of())).isEqualTo(ContentCoding.IDENTITY);
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertThat(AcceptEncoding.chosenBy(List.of("gzip;q=0.5", "deflate"))).isEqualTo(ContentCoding.DEFLATE);
    }
}
