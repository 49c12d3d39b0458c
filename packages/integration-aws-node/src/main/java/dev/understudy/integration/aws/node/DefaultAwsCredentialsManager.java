// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import dev.understudy.config.Config;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that {@code aws} configures. Nothing of the SDK is loaded, and nothing asked, before credentials are
 * wanted. Backstage counterpart of the same name.
 */
public final class DefaultAwsCredentialsManager implements AwsCredentialsManager {
    private static final String DEFAULT_REGION = "us-east-1";
    private static final int ARN_PARTS = 6;
    private static final int ACCOUNT = 4;

    private final AwsIntegrationConfig config;
    private final StsClients clients;
    private final Map<String, AwsCredentialProvider> accounts = new ConcurrentHashMap<>();
    private @Nullable AwsCredentialProvider main;

    DefaultAwsCredentialsManager(AwsIntegrationConfig config, StsClients clients) {
        this.config = config;
        this.clients = clients;
    }

    /**
     * Reads the section {@code aws}.
     *
     * @throws dev.understudy.config.ConfigException if it contradicts itself
     */
    public static DefaultAwsCredentialsManager fromConfig(Config config) {
        return new DefaultAwsCredentialsManager(
                AwsIntegrationConfig.fromConfig(config), new AwsStsClients("backstage-aws-credentials-manager"));
    }

    @Override
    public synchronized AwsCredentialProvider mainAccount() {
        var known = main;
        if (known == null) {
            var region = config.mainAccount().region();
            known = new AwsCredentialProvider(
                    Optional.empty(), region, new SdkCredentials(clients).of(config.mainAccount()));
            main = known;
        }
        return known;
    }

    @Override
    public AwsCredentialProvider forArn(String arn) {
        var parts = arn.split(":", ARN_PARTS);
        if (parts.length < ARN_PARTS || !parts[0].equals("arn")) {
            throw new IllegalArgumentException("Malformed ARN");
        }
        return parts[ACCOUNT].isEmpty() ? mainAccount() : forAccount(parts[ACCOUNT]);
    }

    @Override
    public AwsCredentialProvider forAccount(String accountId) {
        return account(accountId)
                .map(account -> accounts.computeIfAbsent(accountId, _ -> provider(account)))
                .orElseGet(() -> mainAccountIf(accountId));
    }

    private Optional<AwsAccountConfig> account(String accountId) {
        return config.accounts().stream()
                // the last one of a number counts
                .filter(account -> account.accountId().equals(accountId))
                .reduce((_, last) -> last)
                .or(() -> config.accountDefaults()
                        .roleName()
                        .map(_ -> config.accountDefaults().account(accountId)));
    }

    private AwsCredentialProvider provider(AwsAccountConfig account) {
        var credentials = new SdkCredentials(clients).of(account, mainAccount().sdkCredentialProvider());
        return new AwsCredentialProvider(Optional.of(account.accountId()), account.region(), credentials);
    }

    private synchronized AwsCredentialProvider mainAccountIf(String accountId) {
        var known = mainAccount();
        if (known.accountId().isEmpty()) {
            known = withAccountId(known);
            main = known;
        }
        if (known.accountId().equals(Optional.of(accountId))) {
            return known;
        }
        throw new IllegalArgumentException("There is no AWS integration that matches " + accountId
                + ". Please add a configuration for this AWS account.");
    }

    private AwsCredentialProvider withAccountId(AwsCredentialProvider provider) {
        var region = provider.stsRegion().orElse(DEFAULT_REGION);
        try (var client = clients.create(region, provider.sdkCredentialProvider())) {
            return new AwsCredentialProvider(
                    Optional.of(client.getCallerIdentity().account()),
                    provider.stsRegion(),
                    provider.sdkCredentialProvider());
        }
    }
}
