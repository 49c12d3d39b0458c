// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.InputException;
import dev.understudy.errors.TypeException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class EntityPolicyTest {
    private static final String LEARN_MORE =
            " To learn more about catalog file format, visit: https://github.com/backstage/backstage/blob/master/docs/architecture-decisions/adr002-default-catalog-file-format.md";

    private static final Entity ENTITY = entity("""
            {"apiVersion":"a/v1","kind":"Group","metadata":{"name":"crew","tags":["x"]},"spec":{"type":"team"}}""");

    private static final class Silent implements EntityPolicy {
        @Override
        public Optional<Entity> enforce(Entity entity) {
            return Optional.empty();
        }
    }

    @Test
    void allPoliciesApplyInTurn() {
        var policy = EntityPolicies.allOf(List.of(
                new SchemaValidEntityPolicy(),
                new DefaultNamespaceEntityPolicy("inner"),
                new NoForeignRootFieldsEntityPolicy(),
                new FieldFormatEntityPolicy()));
        assertThat(policy.enforce(ENTITY).orElseThrow().json()).hasToString("""
                        {"metadata":{"namespace":"inner","name":"crew","tags":["x"]},"apiVersion":"a/v1","kind":"Group","spec":{"type":"team"}}""");
    }

    @Test
    void everyPolicyOfAllMustHaveAResult() {
        assertThatThrownBy(() -> EntityPolicies.allOf(List.of(new Silent())).enforce(ENTITY))
                .hasMessage("Policy Silent did not return a result");
    }

    @Test
    void theFirstPolicyWithAResultDecides() {
        var policy = EntityPolicies.oneOf(List.of(new Silent(), Optional::of));
        assertThat(policy.enforce(ENTITY)).contains(ENTITY);
        assertThatThrownBy(() -> EntityPolicies.oneOf(List.of(new Silent())).enforce(ENTITY))
                .hasMessage("The entity did not match any known policy");
    }

    @Test
    void knowsTheGivenRootFieldsOnly() {
        assertThatThrownBy(() -> new NoForeignRootFieldsEntityPolicy(List.of("kind")).enforce(ENTITY))
                .hasMessage("Unknown field apiVersion");
    }

    @Test
    void aReplacedCheckDecides() {
        var validators = Validators.defaults()
                .with(EntityField.TAG, tag -> !tag.stringValue().equals("x"));
        assertThatThrownBy(() -> new FieldFormatEntityPolicy(validators).enforce(ENTITY))
                .hasMessage(
                        "\"tags.0\" is not valid; expected a string that is sequences of [a-z0-9+#] separated by [-], at most 63 characters in total but found \"x\"."
                                + LEARN_MORE);
        new FieldFormatEntityPolicy().enforce(ENTITY);
    }

    @Test
    void aReplacedCheckOfNamesHasNoExpectation() {
        var validators = Validators.defaults().with(EntityField.ENTITY_NAME, _ -> false);
        assertThatThrownBy(() -> new FieldFormatEntityPolicy(validators).enforce(ENTITY))
                .hasMessage("\"metadata.name\" is not valid;" + LEARN_MORE);
    }

    @Test
    void aCheckThatFailsSaysWhy() {
        var cause = new InputException("no idea");
        var validators = Validators.defaults().with(EntityField.KIND, _ -> {
            throw cause;
        });
        assertThatThrownBy(() -> new FieldFormatEntityPolicy(validators).enforce(ENTITY))
                .hasMessage("kind could not be validated, InputError: no idea")
                .hasCause(cause);
    }

    @Test
    void givesOrphanedGroupsTheCommonParent() {
        var policy = new GroupDefaultParentEntityPolicy("All");
        assertThat(policy.enforce(ENTITY).orElseThrow().json().at("/spec"))
                .hasToString("{\"type\":\"team\",\"parent\":\"group:default/all\"}");
        assertThat(ENTITY.spec().has("parent")).isFalse();
        assertThat(new GroupDefaultParentEntityPolicy("group:default/crew").enforce(ENTITY))
                .contains(ENTITY);
        assertThatThrownBy(() -> new GroupDefaultParentEntityPolicy("user:ann"))
                .isInstanceOf(TypeException.class)
                .hasMessage("group parent must be a group");
    }

    private static Entity entity(String json) {
        return new Entity((ObjectNode) JsonMapper.shared().readTree(json));
    }
}
