// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.util.LinkedHashSet;
import java.util.Set;

/** The answer to OPTIONS: the methods that the matching routes know, as Express lists them. */
final class OptionsAnswer {
    private OptionsAnswer() {}

    static HttpResponse forMethods(Set<String> methods) {
        var all = new LinkedHashSet<String>();
        for (var method : methods) {
            all.add(method);
            if (method.equals("GET")) {
                all.add("HEAD");
            }
        }
        var allow = String.join(",", all);
        return HttpResponse.html(allow).withHeader("Allow", allow);
    }
}
