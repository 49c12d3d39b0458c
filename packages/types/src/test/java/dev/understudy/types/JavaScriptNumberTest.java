// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JavaScriptNumberTest {
    @ParameterizedTest
    @CsvSource({
        "' 12 ', 12",
        "'', 0",
        "0x1F, 31",
        "0o17, 15",
        "0b11, 3",
        "1e3, 1000",
        ".5, 0.5",
        "5., 5",
        "-1.5, -1.5",
        "+7, 7",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
        "1e999, Infinity"
    })
    void readsWhatJavaScriptReads(String text, double number) {
        assertThat(JavaScriptNumber.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1_000", "1,5", "0x", "-0x10", "1d", "0x1p3", "NaN", "1 2", "--1", "e5"})
    void readsNothingElse(String text) {
        assertThat(JavaScriptNumber.parse(text)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "4.9e-324, 5e-324",
        "-9.9e-324, -1e-323",
        "1.5e-323, 1.5e-323",
        "-0.0, 0",
        "1.5, 1.5",
        "100000000000000000000, 100000000000000000000",
        "1e21, 1e+21",
        "1.25e-7, 1.25e-7",
        "0.000001, 0.000001",
        "123456789.125, 123456789.125",
        "-1e300, -1e+300",
        "NaN, NaN"
    })
    void printsWhatJavaScriptPrints(double number, String text) {
        assertThat(JavaScriptNumber.format(number)).isEqualTo(text);
    }
}
