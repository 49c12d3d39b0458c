// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Names, labels, tags and the like have the right format. Backstage counterpart: {@code FieldFormatEntityPolicy}. */
public final class FieldFormatEntityPolicy implements EntityPolicy {
    private static final FieldValidator URL = FieldValidator.ofText("isValidUrl", CommonValidatorFunctions::isValidUrl);
    private static final FieldValidator NON_EMPTY =
            FieldValidator.ofText("isNonEmptyString", CommonValidatorFunctions::isNonEmptyString);

    private final Validators validators;

    /** Checks the built-in formats. */
    public FieldFormatEntityPolicy() {
        this(Validators.defaults());
    }

    /** Checks formats of one's choice. */
    public FieldFormatEntityPolicy(Validators validators) {
        this.validators = validators;
    }

    /**
     * Checks the formats.
     *
     * @throws IllegalArgumentException naming the first field with a wrong value, and what is expected of it
     */
    @Override
    public Optional<Entity> enforce(Entity entity) {
        var metadata = entity.metadata();
        require(() -> "apiVersion", entity.json().get("apiVersion"), EntityField.API_VERSION);
        require(() -> "kind", entity.json().get("kind"), EntityField.KIND);
        require(() -> "metadata.name", metadata.get("name"), EntityField.ENTITY_NAME);
        FieldCheck.optional(() -> "metadata.namespace", metadata.get("namespace"), validator(EntityField.NAMESPACE));
        checkMap("labels", metadata, EntityField.LABEL_KEY, EntityField.LABEL_VALUE);
        checkMap("annotations", metadata, EntityField.ANNOTATION_KEY, EntityField.ANNOTATION_VALUE);
        checkTags(metadata.path("tags"));
        checkLinks(metadata.path("links"));
        return Optional.of(entity);
    }

    private void checkMap(String name, JsonNode metadata, EntityField keys, EntityField values) {
        metadata.path(name).forEachEntry((key, value) -> {
            Supplier<String> field = () -> name + "." + key;
            FieldCheck.requireText(field, key, validator(keys));
            FieldCheck.require(field, value, validator(values));
        });
    }

    private void checkTags(JsonNode tags) {
        for (var at = 0; at < tags.size(); at++) {
            var index = at;
            require(() -> "tags." + index, tags.get(index), EntityField.TAG);
        }
    }

    private static void checkLinks(JsonNode links) {
        for (var at = 0; at < links.size(); at++) {
            var index = at;
            var link = links.path(index);
            FieldCheck.require(() -> "links." + index + ".url", link.get("url"), URL);
            FieldCheck.optional(() -> "links." + index + ".title", link.get("title"), NON_EMPTY);
            FieldCheck.optional(() -> "links." + index + ".icon", link.get("icon"), NON_EMPTY);
        }
    }

    private void require(Supplier<String> field, @Nullable JsonNode value, EntityField validated) {
        FieldCheck.require(field, value, validator(validated));
    }

    private FieldValidator validator(EntityField field) {
        return validators.validator(field);
    }
}
