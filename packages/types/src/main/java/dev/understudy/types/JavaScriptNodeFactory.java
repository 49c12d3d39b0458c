// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ValueNode;

/** Makes every number the one that JavaScript would keep. */
final class JavaScriptNodeFactory extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;
    private static final long LARGEST_SAFE_INTEGER = 9007199254740991L;

    @Override
    public NumericNode numberNode(double value) {
        return (NumericNode) Json.number(value);
    }

    @Override
    public NumericNode numberNode(float value) {
        return numberNode((double) value);
    }

    @Override
    public NumericNode numberNode(long value) {
        return value >= -LARGEST_SAFE_INTEGER && value <= LARGEST_SAFE_INTEGER
                ? super.numberNode(value)
                : numberNode((double) value);
    }

    @Override
    public ValueNode numberNode(@Nullable BigInteger value) {
        return value == null ? nullNode() : numberNode(value.doubleValue());
    }

    @Override
    public ValueNode numberNode(@Nullable BigDecimal value) {
        return value == null ? nullNode() : numberNode(value.doubleValue());
    }
}
