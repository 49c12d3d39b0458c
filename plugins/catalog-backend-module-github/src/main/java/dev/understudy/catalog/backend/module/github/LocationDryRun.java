// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.catalog.common.AnalyzeLocationResponse.ExistingEntity;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.types.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Asks the catalog what would come of a location, without registering it. */
record LocationDryRun(ScmHttpClient client, DiscoveryService discovery, AuthService auth) {
    List<ExistingEntity> run(LocationSpec location) throws IOException, InterruptedException {
        var body = Json.mapper().writeValueAsString(Map.of("type", location.type(), "target", location.target()));
        var token = auth.pluginRequestToken(auth.ownServiceCredentials(), "catalog");
        var request = ScmRequest.post(discovery.baseUrl("catalog") + "/locations?dryRun=true", body)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
        try (var response = client.send(request)) {
            if (!response.isOk()) {
                throw new IOException("Request failed with " + response.statusLine());
            }
            var answer = response.json();
            var found = new ArrayList<ExistingEntity>();
            for (var entity : answer.path("entities")) {
                if (entity instanceof ObjectNode object) {
                    found.add(new ExistingEntity(location, answer.path("exists").asBoolean(false), new Entity(object)));
                }
            }
            return found;
        }
    }
}
