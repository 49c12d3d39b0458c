// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

final class SqliteAnswersTest {
    @TestFactory
    Stream<DynamicNode> areThoseOfTheReference() throws IOException {
        return RecordedAnswers.replay(ConformanceBackend.start());
    }
}
