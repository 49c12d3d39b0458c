// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.config.Config;
import dev.understudy.integration.AzureBlobStorageAccess;
import dev.understudy.integration.AzureBlobStorageIntegration;
import dev.understudy.integration.AzureDevOpsCredentialsProvider;
import dev.understudy.integration.BitbucketCloudCredentials;
import dev.understudy.integration.DefaultGithubCredentialsProvider;
import dev.understudy.integration.GitLabFetch;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmIntegrations;
import dev.understudy.integration.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts URL readers together. Backstage counterpart of the same name. */
public final class UrlReaders {
    private UrlReaders() {}

    /** Only these readers; the first that can read a URL reads it. */
    public static UrlReaderService create(Config config, LoggerService logger, List<UrlReaderFactory> factories) {
        var context = new UrlReaderFactory.Context(config, logger, ReadTreeResponseFactory.fromConfig(config));
        return new UrlReaderMux(factories.stream()
                .flatMap(factory -> factory.create(context).stream())
                .toList());
    }

    /** These readers and then the default ones. Backstage counterpart: {@code UrlReaders.default}. */
    public static UrlReaderService defaults(Config config, LoggerService logger, List<UrlReaderFactory> factories) {
        var all = new ArrayList<>(factories);
        all.add(UrlReaders::defaultReaders);
        return create(config, logger, all);
    }

    private static List<UrlReaderFactory.Route> defaultReaders(UrlReaderFactory.Context context) {
        var config = context.config();
        var trees = context.treeResponseFactory();
        var integrations = ScmIntegrations.fromConfig(config);
        var client = ScmHttpClient.create();
        var azure = AzureDevOpsCredentialsProvider.fromIntegrations(client, integrations);
        var github = DefaultGithubCredentialsProvider.fromIntegrations(integrations);
        var allowed = ReadingAllowList.fromConfig(config);
        var stores = StoreRoutes.installed(context);
        return Stream.of(
                        integrations.azure().list().stream()
                                .map(one -> route(one.host(), new AzureUrlReader(one, azure, client, trees))),
                        integrations.bitbucketCloud().list().stream()
                                .map(one -> route(
                                        one.host(),
                                        new BitbucketCloudUrlReader(
                                                one,
                                                BitbucketCloudCredentials.create(client, one.config()),
                                                client,
                                                trees))),
                        integrations.bitbucketServer().list().stream()
                                .map(one -> route(one.host(), new BitbucketServerUrlReader(one, client, trees))),
                        integrations.gerrit().list().stream()
                                .map(one -> route(
                                        WebUrl.parse(one.config().gitilesBaseUrl())
                                                .host(),
                                        new GerritUrlReader(one, client, trees))),
                        integrations.github().list().stream()
                                .map(one -> route(one.host(), new GithubUrlReader(one, github, client, trees))),
                        integrations.gitea().list().stream()
                                .map(one -> route(one.host(), new GiteaUrlReader(one, client, trees))),
                        integrations.gitlab().list().stream()
                                .map(one -> route(
                                        one.host(),
                                        new GitlabUrlReader(one, GitLabFetch.create(client, one.config()), trees))),
                        stores.googleGcs(integrations),
                        integrations.harness().list().stream()
                                .map(one -> route(one.host(), new HarnessUrlReader(one, client, allowed, trees))),
                        integrations.awsS3().list().stream().map(stores::awsS3),
                        integrations.azureBlobStorage().list().stream().map(one -> blobStorage(one, client, trees)),
                        integrations.awsCodeCommit().list().stream().map(stores::awsCodeCommit),
                        Stream.of(new UrlReaderFactory.Route(
                                allowed::allows, new FetchUrlReader(allowed, ScmHttpClient.create()))))
                .flatMap(routes -> routes)
                .toList();
    }

    private static UrlReaderFactory.Route route(String host, UrlReaderService reader) {
        return UrlReaderFactory.Route.forHost(host, reader);
    }

    private static UrlReaderFactory.Route blobStorage(
            AzureBlobStorageIntegration integration, ScmHttpClient client, ReadTreeResponseFactory trees) {
        var config = integration.config();
        var host = config.accountName().orElse("undefined") + "." + config.host();
        var access = AzureBlobStorageAccess.create(client, config);
        return new UrlReaderFactory.Route(
                url -> url.host().endsWith(host), new AzureBlobStorageUrlReader(config, access, client, trees));
    }
}
