// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** Clients of AWS itself. A class and no lambda, which would load the SDK when it is made. */
record AwsStsClients(String userAgent) implements StsClients {
    @Override
    public StsClient create(String region, AwsCredentialsProvider credentials) {
        return StsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .overrideConfiguration(
                        options -> options.putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, userAgent))
                .build();
    }
}
