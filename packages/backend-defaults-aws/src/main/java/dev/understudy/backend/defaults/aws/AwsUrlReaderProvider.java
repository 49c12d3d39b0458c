// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import dev.understudy.backend.defaults.urlreader.UrlReaderFactory;
import dev.understudy.backend.defaults.urlreader.UrlReaderProvider;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.integration.AwsCodeCommitIntegration;
import dev.understudy.integration.AwsS3Integration;
import dev.understudy.integration.ScmIntegration;
import dev.understudy.integration.aws.node.DefaultAwsCredentialsManager;
import java.util.Optional;

/** The readers of this module. */
public final class AwsUrlReaderProvider implements UrlReaderProvider {
    @Override
    public Optional<UrlReaderService> reader(ScmIntegration integration, UrlReaderFactory.Context context) {
        return switch (integration) {
            case AwsS3Integration s3 -> Optional.of(s3(s3, context));
            case AwsCodeCommitIntegration codeCommit -> Optional.of(codeCommit(codeCommit, context));
            default -> Optional.empty();
        };
    }

    private static UrlReaderService s3(AwsS3Integration integration, UrlReaderFactory.Context context) {
        var manager = DefaultAwsCredentialsManager.fromConfig(context.config());
        var clients = new S3Clients(integration.config(), new ReaderCredentials(manager));
        return new AwsS3UrlReader(integration.config(), clients, context.treeResponseFactory());
    }

    private static UrlReaderService codeCommit(AwsCodeCommitIntegration integration, UrlReaderFactory.Context context) {
        var manager = DefaultAwsCredentialsManager.fromConfig(context.config());
        var clients = new CodeCommitClients(integration.config(), new ReaderCredentials(manager));
        return new AwsCodeCommitUrlReader(integration.config(), clients, context.treeResponseFactory());
    }
}
