// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import dev.understudy.errors.InputException;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what clients want lists sorted by. */
public final class OrderParams {
    private static final Pattern ORDER = Pattern.compile("(asc|desc):([^\\n\\r\\u2028\\u2029]+)");

    private OrderParams() {}

    /**
     * Reads texts such as {@code desc:metadata.name}.
     *
     * @throws InputException when one has another form
     */
    public static List<OrderField> parseOrder(List<String> orders) {
        return orders.stream().map(OrderParams::order).toList();
    }

    private static OrderField order(String order) {
        var match = ORDER.matcher(order);
        if (!match.matches()) {
            throw new InputException(
                    "Invalid order parameter \"" + order + "\", expected \"<asc or desc>:<field name>\"");
        }
        return new OrderField(match.group(2), match.group(1).equals("desc"));
    }

    /**
     * Reads texts such as {@code metadata.name,desc}.
     *
     * @throws InputException when the direction is another word
     */
    public static List<OrderField> parseOrderField(List<String> orderFields) {
        return orderFields.stream().map(OrderParams::orderField).toList();
    }

    private static OrderField orderField(String orderField) {
        var parts = orderField.split(",", -1);
        return new OrderField(parts[0], parts.length > 1 && isDescending(parts[1]));
    }

    private static boolean isDescending(String order) {
        return switch (order) {
            case "asc" -> false;
            case "desc" -> true;
            default -> throw new InputException("Invalid order field order, must be asc or desc");
        };
    }
}
