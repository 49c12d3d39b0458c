// SPDX-License-Identifier: Apache-2.0
package dev.understudy.events.node;

/**
 * A topic whose events come in over HTTP. Backstage counterpart: {@code HttpPostIngressOptions}.
 *
 * @param validator checks each request, such as its signature
 */
public record HttpPostIngress(String topic, RequestValidator validator) {
    /** One that accepts every request. */
    public static HttpPostIngress of(String topic) {
        return new HttpPostIngress(topic, (_, _) -> {});
    }
}
