// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpBody;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.types.Json;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;

/** Indents JSON for the eyes of developers. Backstage counterpart: Express's {@code json spaces}. */
final class DevelopmentJson {
    private static final ObjectWriter WRITER = Json.mapper()
            .writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private DevelopmentJson() {}

    static HttpResponse indent(HttpResponse response) {
        boolean isJson = response.header("Content-Type")
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
        return isJson && response.body() instanceof HttpBody.Bytes(var bytes)
                ? response.withBody(new HttpBody.Bytes(indent(bytes)))
                : response;
    }

    private static byte[] indent(byte[] json) {
        return WRITER.writeValueAsBytes(Json.mapper().readTree(json));
    }
}
