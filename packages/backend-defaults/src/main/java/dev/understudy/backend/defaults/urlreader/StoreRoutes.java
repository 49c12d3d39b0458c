// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.defaults.urlreader.UrlReaderFactory.Context;
import dev.understudy.backend.defaults.urlreader.UrlReaderFactory.Route;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.integration.AwsCodeCommitIntegration;
import dev.understudy.integration.AwsS3Integration;
import dev.understudy.integration.ScmIntegration;
import dev.understudy.integration.ScmIntegrations;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The readers that modules bring; where the module is missing, one that says so. */
record StoreRoutes(Context context, List<UrlReaderProvider> providers) {
    static StoreRoutes installed(Context context) {
        var providers = ServiceLoader.load(UrlReaderProvider.class, UrlReaderProvider.class.getClassLoader());
        return new StoreRoutes(
                context, providers.stream().map(ServiceLoader.Provider::get).toList());
    }

    Route awsS3(AwsS3Integration integration) {
        return new Route(url -> url.host().endsWith(integration.host()), reader(integration, "backend-defaults-aws"));
    }

    Route awsCodeCommit(AwsCodeCommitIntegration integration) {
        return new Route(
                url -> url.host().endsWith(integration.host()) && url.pathname().startsWith("/codesuite/codecommit"),
                reader(integration, "backend-defaults-aws"));
    }

    Stream<Route> googleGcs(ScmIntegrations integrations) {
        return context.config().has("integrations.googleGcs")
                ? integrations.googleGcs().list().stream()
                        .map(one -> Route.forHost(one.host(), reader(one, "backend-defaults-gcp")))
                : Stream.of();
    }

    private UrlReaderService reader(ScmIntegration integration, String module) {
        return providers.stream()
                .flatMap(provider -> provider.reader(integration, context).stream())
                .findFirst()
                .orElseGet(() -> new UnsupportedUrlReader(integration.type(), integration.host(), module));
    }
}
