// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SerializedErrorsTest {
    @Test
    void carriesNameAndMessage() {
        assertThat(json(new InputException("bad"))).isEqualTo("{\"name\":\"InputError\",\"message\":\"bad\"}");
    }

    @Test
    void nestsCausesWithTheirFieldsInTheOrderOfTheReference() {
        var inner = new NotFoundException("inner");
        var failure = new InputException("a", new InputException("b", inner));

        assertThat(json(failure))
                .isEqualTo("{\"name\":\"InputError\",\"message\":\"a; caused by InputError: b; caused by"
                        + " NotFoundError: inner\",\"cause\":{\"cause\":{\"name\":\"NotFoundError\","
                        + "\"message\":\"inner\"},\"name\":\"InputError\","
                        + "\"message\":\"b; caused by NotFoundError: inner\"}}");
    }

    @Test
    void addsPropertiesButNeverLetsThemReplaceTheMessage() {
        var failure = new HttpException(
                "PayloadTooLargeError", 413, "too large", Map.of("limit", List.of(1), "message", "forged"));

        assertThat(json(failure))
                .isEqualTo("{\"name\":\"PayloadTooLargeError\",\"message\":\"too large\",\"limit\":[1]}");
    }

    @Test
    void callsForeignExceptionsErrorAndHidesTheirCauses() {
        assertThat(json(new IllegalStateException("broken", new InputException("x"))))
                .isEqualTo("{\"name\":\"Error\",\"message\":\"broken\"}");
        assertThat(json(new IllegalStateException()))
                .isEqualTo("{\"name\":\"Error\",\"message\":\"IllegalStateException\"}");
        assertThat(json(new NotAllowedException(null))).isEqualTo("{\"name\":\"NotAllowedError\",\"message\":\"\"}");
    }

    @Test
    void addsStacksOnRequestOnly() {
        var json = SerializedErrors.toJson(new InputException("a", new NotFoundException("b")), true);

        assertThat(json.path("stack").asString()).contains("addsStacksOnRequestOnly");
        assertThat(json.path("cause").path("stack").asString()).contains("addsStacksOnRequestOnly");
    }

    private static String json(Throwable failure) {
        return SerializedErrors.toJson(failure, false).toString();
    }
}
