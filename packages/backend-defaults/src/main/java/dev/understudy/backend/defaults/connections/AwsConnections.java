// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import static dev.understudy.backend.defaults.connections.Field.optional;
import static dev.understudy.backend.defaults.connections.FieldRule.exclusive;
import static dev.understudy.backend.defaults.connections.FieldRule.has;
import static dev.understudy.backend.defaults.connections.FieldRule.needs;

import java.util.List;

/** The one connection to AWS, with an entry for each account. */
final class AwsConnections {
    private static final String NO_EXTERNAL_ID = "webIdentityTokenFile and externalId are mutually exclusive;"
            + " AssumeRoleWithWebIdentity does not support external IDs";
    private static final String BOTH = " are mutually exclusive, but both were provided";

    static final ConnectionType TYPE = new ConnectionType(
            "aws",
            "AWS",
            true,
            connection(),
            List.of(new AuthMethod("account", "Account", account())),
            new AwsAuthRules());

    private AwsConnections() {}

    private static Fields connection() {
        return new Fields(
                List.of(
                        optional("roleName"),
                        optional("partition"),
                        optional("region"),
                        optional("externalId"),
                        optional("webIdentityTokenFile")),
                List.of(
                        needs("partition", "roleName"),
                        needs("region", "roleName"),
                        needs("externalId", "roleName"),
                        needs("webIdentityTokenFile", "roleName"),
                        exclusive("webIdentityTokenFile", "externalId", NO_EXTERNAL_ID)));
    }

    private static Fields account() {
        return new Fields(
                List.of(
                        optional("accountId"),
                        optional("mainAccount", FieldKind.BOOLEAN),
                        optional("accessKeyId"),
                        optional("secretAccessKey"),
                        optional("profile"),
                        optional("roleName"),
                        optional("partition"),
                        optional("region"),
                        optional("externalId"),
                        optional("webIdentityTokenFile")),
                List.of(
                        new FieldRule(
                                account -> !has(account, "accountId") && !has(account, "mainAccount"),
                                "accountId is required unless mainAccount is set"),
                        exclusive(
                                "mainAccount",
                                "roleName",
                                "the mainAccount entry provides the credentials used to assume roles"
                                        + " and cannot itself declare a roleName"),
                        new FieldRule(
                                account -> has(account, "accessKeyId") != has(account, "secretAccessKey"),
                                "accessKeyId and secretAccessKey must be specified together, but only one was provided"),
                        exclusive("profile", "accessKeyId", "profile and static credentials" + BOTH),
                        exclusive("profile", "roleName", "profile and roleName" + BOTH),
                        needs("externalId", "roleName"),
                        new FieldRule(
                                account -> has(account, "region")
                                        && !has(account, "roleName")
                                        && !has(account, "mainAccount"),
                                "region requires a roleName to be provided"),
                        needs("partition", "roleName"),
                        needs("webIdentityTokenFile", "roleName"),
                        exclusive(
                                "webIdentityTokenFile",
                                "accessKeyId",
                                "webIdentityTokenFile and static credentials" + BOTH),
                        exclusive("webIdentityTokenFile", "profile", "webIdentityTokenFile and profile" + BOTH),
                        exclusive("webIdentityTokenFile", "externalId", NO_EXTERNAL_ID)));
    }
}
