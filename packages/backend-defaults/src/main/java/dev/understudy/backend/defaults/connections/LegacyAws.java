// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import static dev.understudy.backend.defaults.connections.LegacyEntry.copyStrings;

import dev.understudy.config.Config;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code aws}: its accounts, the main one last. */
final class LegacyAws {
    private LegacyAws() {}

    static JsonNode connection(Config aws) {
        var defaults = aws.optionalConfig("accountDefaults");
        var entry = new LegacyEntry("aws", defaults.orElse(aws));
        if (defaults.isPresent()) {
            entry.strings("roleName", "partition", "region", "externalId", "webIdentityTokenFile");
        }
        addAccounts(aws, entry);
        var main = entry.addAuth("account").put("mainAccount", true);
        aws.optionalConfig("mainAccount")
                .ifPresent(
                        account -> copyStrings(account, main, "accessKeyId", "secretAccessKey", "profile", "region"));
        return entry.complete();
    }

    /** Of entries for the same account, the first counts. */
    private static void addAccounts(Config aws, LegacyEntry entry) {
        var seen = new HashSet<String>();
        for (var account : aws.optionalConfigArray("accounts").orElseGet(List::of)) {
            if (account.optionalString("accountId").map(seen::add).orElse(true)) {
                copyStrings(
                        account,
                        entry.addAuth("account"),
                        "accountId",
                        "accessKeyId",
                        "secretAccessKey",
                        "profile",
                        "roleName",
                        "partition",
                        "region",
                        "externalId",
                        "webIdentityTokenFile");
            }
        }
    }
}
