// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;

/** An integration with Amazon S3 or a store like it. Backstage counterpart of the same name. */
public record AwsS3Integration(AwsS3IntegrationConfig config) implements ScmIntegration {
    private static final String TYPE = "awsS3";

    static ScmIntegrationsGroup<AwsS3Integration> fromConfig(Config config) {
        return IntegrationConfigs.group(
                IntegrationConfigs.readAll(
                        config,
                        TYPE,
                        AwsS3IntegrationConfig::read,
                        known -> known.host().equals(AwsS3IntegrationConfig.AMAZON_HOST),
                        AwsS3IntegrationConfig.amazon()),
                AwsS3Integration::new);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String host() {
        return config.host();
    }

    @Override
    public String resolveEditUrl(String url) {
        return url;
    }
}
