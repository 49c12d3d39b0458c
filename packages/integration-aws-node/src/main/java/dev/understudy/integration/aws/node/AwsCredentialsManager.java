// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

/** Finds the credentials for accounts. Thread-safe. Backstage counterpart of the same name. */
public interface AwsCredentialsManager {
    /** Those of the main account. */
    AwsCredentialProvider mainAccount();

    /**
     * Those for an account.
     *
     * @throws IllegalArgumentException if nothing is configured for it and it is not the main account
     */
    AwsCredentialProvider forAccount(String accountId);

    /**
     * Those for the account that a resource is in; the main account's if its name does not tell.
     *
     * @throws IllegalArgumentException if the name is malformed, or as above
     */
    AwsCredentialProvider forArn(String arn);
}
