// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All about an account in one text, as Azure's portal gives it. */
record AzureConnectionString(Map<String, String> parts) {
    static AzureConnectionString parse(Secret text) {
        return new AzureConnectionString(Arrays.stream(text.reveal().split(";", -1))
                .map(part -> part.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0].trim(), pair -> pair[1].trim(), (_, last) -> last)));
    }

    AzureBlobStorageAccess access(String account) {
        var name = part("AccountName").orElse(account);
        var url = part("BlobEndpoint")
                .orElseGet(() -> part("DefaultEndpointsProtocol").orElse("https") + "://" + name + ".blob."
                        + part("EndpointSuffix").orElse("core.windows.net"));
        return part("AccountKey")
                .map(key -> AzureBlobStorageAccess.withKey(url, name, Secret.of(key)))
                .or(() -> part("SharedAccessSignature")
                        .map(signature -> AzureBlobStorageAccess.withSignature(url, Secret.of(signature))))
                .orElseThrow(() -> new IllegalArgumentException("The connection string of the storage account '"
                        + account + "' has neither an AccountKey nor a SharedAccessSignature"));
    }

    private Optional<String> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }
}
