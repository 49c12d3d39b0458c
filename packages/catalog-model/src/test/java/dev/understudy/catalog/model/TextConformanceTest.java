// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

final class TextConformanceTest {
    private static final JsonNode ANSWERS = ReferenceAnswers.read("texts.json");
    private static final List<String> TEXTS = texts(ANSWERS.get("texts"));

    private static final Map<String, Predicate<String>> KUBERNETES = Map.of(
            "isValidApiVersion", KubernetesValidatorFunctions::isValidApiVersion,
            "isValidKind", KubernetesValidatorFunctions::isValidKind,
            "isValidObjectName", KubernetesValidatorFunctions::isValidObjectName,
            "isValidNamespace", KubernetesValidatorFunctions::isValidNamespace,
            "isValidLabelKey", KubernetesValidatorFunctions::isValidLabelKey,
            "isValidLabelValue", KubernetesValidatorFunctions::isValidLabelValue,
            "isValidAnnotationKey", KubernetesValidatorFunctions::isValidAnnotationKey);

    private static final Map<String, Predicate<String>> COMMON = Map.of(
            "isValidDnsSubdomain", CommonValidatorFunctions::isValidDnsSubdomain,
            "isValidDnsLabel", CommonValidatorFunctions::isValidDnsLabel,
            "isValidTag", CommonValidatorFunctions::isValidTag,
            "isNonEmptyString", CommonValidatorFunctions::isNonEmptyString);

    @Test
    void acceptsTheTextsThatTheReferenceAccepts() {
        KUBERNETES.forEach(
                (name, test) -> assertAccepts(name, ANSWERS.get("kubernetes").get(name), test));
        COMMON.forEach((name, test) -> assertAccepts(name, ANSWERS.get("common").get(name), test));
        assertAccepts(
                "tag",
                ANSWERS.get("tag"),
                tag -> Validators.defaults().isValid(EntityField.TAG, StringNode.valueOf(tag)));
    }

    @Test
    void acceptsTheUrlsThatTheReferenceAccepts() {
        var softly = new SoftAssertions();
        ReferenceAnswers.rows(ANSWERS.get("urls"))
                .forEach(row -> softly.assertThat(
                                CommonValidatorFunctions.isValidUrl(row.get(0).stringValue()))
                        .as("%s", row)
                        .isEqualTo(row.get(1).booleanValue()));
        softly.assertAll();
    }

    @Test
    void refusesHugeTextsWithoutReadingThem() {
        var huge = "a".repeat(100_000);
        assertThat(KUBERNETES)
                .allSatisfy((name, test) -> assertThat(test.test(huge)).isFalse());
        assertThat(KubernetesValidatorFunctions.isValidLabelKey("a/".repeat(50_000)))
                .isFalse();
        assertThat(KubernetesValidatorFunctions.isValidApiVersion("a.".repeat(50_000) + "/v1"))
                .isFalse();
        assertThat(CommonValidatorFunctions.isValidTag("a-".repeat(50_000))).isFalse();
        assertThat(CommonValidatorFunctions.isValidUrl("https://" + "1.".repeat(50_000)))
                .isFalse();
        assertThat(CommonValidatorFunctions.isValidUrl("https://[" + ":".repeat(100_000) + "]"))
                .isFalse();
    }

    @Test
    void refusesHugeInternationalDomainsInNoTime() {
        var letters = new StringBuilder("https://");
        IntStream.range(0x4e00, 0x9fff).forEach(letters::appendCodePoint);
        var url = letters + "\u4e01".repeat(100_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(CommonValidatorFunctions.isValidUrl(url)).isFalse());
        assertThat(CommonValidatorFunctions.isValidUrl("https://xn--" + "a".repeat(100_000)))
                .isFalse();
    }

    private static void assertAccepts(String name, JsonNode expected, Predicate<String> test) {
        assertThat(TEXTS.stream().filter(test)).as(name).containsExactlyElementsOf(texts(expected));
    }

    private static List<String> texts(JsonNode table) {
        return ReferenceAnswers.rows(table).map(JsonNode::stringValue).toList();
    }
}
