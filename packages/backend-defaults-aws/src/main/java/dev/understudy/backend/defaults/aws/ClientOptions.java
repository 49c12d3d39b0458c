// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;

/** What all clients have in common: three attempts, and an end to each. */
final class ClientOptions {
    private static final Duration ATTEMPT = Duration.ofMinutes(1);
    private static final Duration CALL = Duration.ofMinutes(3);

    private ClientOptions() {}

    static ClientOverrideConfiguration named(String name) {
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(CALL)
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy())
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, name)
                .build();
    }
}
