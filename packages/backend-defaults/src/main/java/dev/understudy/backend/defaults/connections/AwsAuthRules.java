// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import dev.understudy.backend.plugin.api.service.ConnectionQuery;
import dev.understudy.errors.InputException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The account that is asked for, else the main account. */
final class AwsAuthRules implements ConnectionType.AuthRules {
    @Override
    public Optional<ConfiguredAuth> pick(List<ConfiguredAuth> auth, ConnectionQuery query) {
        return accountId(query)
                .flatMap(wanted -> auth.stream()
                        .filter(entry -> accountId(entry).equals(wanted))
                        .findFirst())
                .or(() -> auth.stream().filter(AwsAuthRules::isMain).findFirst());
    }

    @Override
    public void check(JsonNode config, List<ConfiguredAuth> auth) {
        var seen = new HashSet<String>();
        for (var entry : auth) {
            var accountId = accountId(entry);
            if (!accountId.isEmpty() && !seen.add(accountId)) {
                throw new InputException(
                        "Multiple auth entries for AWS account \"" + accountId + "\", but only one is allowed");
            }
        }
        var mainAccounts = auth.stream().filter(AwsAuthRules::isMain).count();
        if (mainAccounts > 1) {
            throw new InputException("Multiple auth entries are marked as mainAccount, but only one is allowed");
        }
        if (FieldRule.has(config, "roleName") && mainAccounts == 0) {
            throw new InputException("A connection-level roleName requires an auth entry marked as mainAccount"
                    + " to provide the credentials for assuming it");
        }
    }

    private static Optional<String> accountId(ConnectionQuery query) {
        return switch (query) {
            case ConnectionQuery.Url _ -> Optional.empty();
            case ConnectionQuery.Aws(var accountId, var arn) ->
                accountId.or(() -> arn.map(AwsAuthRules::accountIdOf)).filter(id -> !id.isEmpty());
        };
    }

    private static String accountIdOf(String arn) {
        var parts = arn.split(":", -1);
        if (parts.length < 6 || !parts[0].equals("arn")) {
            throw new InputException("Invalid ARN \"" + arn + "\" in connection lookup");
        }
        return parts[4];
    }

    private static String accountId(ConfiguredAuth entry) {
        return entry.auth().config().path("accountId").stringValue("");
    }

    private static boolean isMain(ConfiguredAuth entry) {
        return FieldRule.has(entry.auth().config(), "mainAccount");
    }
}
