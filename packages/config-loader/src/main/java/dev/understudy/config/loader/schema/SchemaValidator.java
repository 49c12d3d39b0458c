// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.understudy.config.loader.EffectiveConfig;
import dev.understudy.config.loader.schema.ConfigViolation.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The door to the schema library, which a normal start does not load. */
final class SchemaValidator {
    private static final List<String> OWN_KEYWORDS = List.of("visibility", "deepVisibility", "deprecated", "closed");

    private final EffectiveConfig config;
    private final VisibleErrors visible;
    private final Map<String, ConfigViolation> violations = new LinkedHashMap<>();

    private SchemaValidator(EffectiveConfig config, VisibleErrors visible) {
        this.config = config;
        this.visible = visible;
    }

    /** Every violation once, though several schemas may report it. */
    static List<ConfigViolation> validate(
            List<SchemaDocument> documents, EffectiveConfig config, VisibleErrors visible) {
        var data = TypeCoercion.coerce(Subschemas.of(documents, config.data()));
        var registry = registry();
        var validator = new SchemaValidator(config, visible);
        for (var document : documents) {
            registry.getSchema(document.schema()).validate(data).forEach(validator::report);
        }
        return List.copyOf(validator.violations.values());
    }

    private static SchemaRegistry registry() {
        var dialect = Dialect.builder(Dialects.getDraft7());
        OWN_KEYWORDS.forEach(keyword -> dialect.keyword(new NonValidationKeyword(keyword)));
        return SchemaRegistry.withDefaultDialect(
                dialect.build(),
                builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(false)
                        .build()));
    }

    private void report(Error error) {
        var path = ErrorPath.instance(error);
        if (visible.contain(error, path)) {
            report(SchemaMessages.describe(error), path);
        }
        // the library reports the branches that failed, the reference also that therefore none matched
        Stream.of("anyOf", "oneOf")
                .forEach(union -> ErrorPath.aroundUnion(error, union)
                        .filter(visible::contain)
                        .ifPresent(around -> report(
                                union.equals("anyOf") ? SchemaMessages.anyOf() : SchemaMessages.oneOf("null"),
                                around)));
    }

    private void report(String description, String path) {
        var message = "Config " + description + " at " + path;
        violations.putIfAbsent(
                message, new ConfigViolation(Severity.ERROR, path, message, ConfigPaths.origin(config, path)));
    }
}
