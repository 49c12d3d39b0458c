// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.util.ArrayList;
import java.util.Set;

/** The answer to OPTIONS: the methods that the matching routes know, as Express lists them. */
final class OptionsAnswer {
    private OptionsAnswer() {}

    static HttpResponse forMethods(Set<String> methods) {
        var all = new ArrayList<String>();
        for (var method : methods) {
            all.add(method);
            if (method.equals("GET")) {
                all.add("HEAD");
            }
        }
        var allow = String.join(",", all);
        return new HttpResponse(
                200,
                java.util.List.of(
                        new HttpResponse.Header("Allow", allow),
                        new HttpResponse.Header("Content-Type", "text/html; charset=utf-8")),
                new HttpBody.Bytes(allow.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
