// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import dev.understudy.backend.plugin.api.service.PermissionsRegistryService;
import dev.understudy.permission.common.BasicPermission;
import dev.understudy.permission.common.Permission;
import dev.understudy.permission.common.PermissionAction;
import dev.understudy.permission.common.PermissionAttributes;
import dev.understudy.permission.node.PermissionResourceRef;
import dev.understudy.permission.node.PermissionResourceType;
import dev.understudy.permission.node.PermissionRule;
import dev.understudy.permission.node.RuleParams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Permissions on words, and rules about them. */
final class ProbePermissions {
    static final BasicPermission HIDDEN =
            Permission.basic("probe.hidden", PermissionAttributes.of(PermissionAction.UPDATE));

    private static final PermissionResourceRef<String, String> WORD =
            new PermissionResourceRef<>("probe", "probe-word");
    private static final PermissionResourceRef<String, String> LETTER =
            new PermissionResourceRef<>("probe", "probe-letter");
    private static final PermissionRule<String, String> STARTS_WITH = PermissionRule.of(
            WORD,
            "STARTS_WITH",
            "Allows words that start like this",
            RuleParams.create().string("prefix", "How words start"),
            (word, params) ->
                    word.startsWith(RuleParams.string(params, "prefix").orElseThrow()),
            params -> RuleParams.string(params, "prefix").orElseThrow());
    private static final PermissionRule<String, String> IS_SHORT = PermissionRule.of(
            WORD, "IS_SHORT", "Allows short words", RuleParams.create(), (word, _) -> word.length() < 4, _ -> "");

    private ProbePermissions() {}

    static void register(PermissionsRegistryService registry) {
        var permissions = List.of(
                Permission.resource("probe.word.read", PermissionAttributes.of(PermissionAction.READ), "probe-word"),
                Permission.basic("probe.other", PermissionAttributes.NONE));
        registry.addResourceType(new PermissionResourceType<>(
                WORD, permissions, List.of(STARTS_WITH, IS_SHORT), Optional.of(ProbePermissions::find)));
        registry.addResourceType(new PermissionResourceType<>(LETTER, List.of(), List.of(), Optional.empty()));
    }

    private static List<@Nullable String> find(List<String> refs) {
        var found = new ArrayList<@Nullable String>();
        refs.forEach(ref -> found.add(ref.equals("missing") ? null : ref));
        return found;
    }
}
