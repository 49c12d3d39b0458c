// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import dev.understudy.config.AppConfig;
import dev.understudy.config.ConfigException;
import dev.understudy.config.loader.EffectiveConfig;
import dev.understudy.config.loader.schema.ConfigViolation.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All the schemas of an app together. Immutable.
 *
 * <p>Backstage counterpart: {@code ConfigSchema}, {@code loadConfigSchema}.
 */
public final class ConfigSchema {
    private final List<SchemaDocument> documents;
    private final boolean isStrict;

    private ConfigSchema(List<SchemaDocument> documents, boolean isStrict) {
        this.documents = documents;
        this.isStrict = isStrict;
    }

    /** The given schemas. */
    public static ConfigSchema of(List<SchemaDocument> documents) {
        return new ConfigSchema(List.copyOf(documents), false);
    }

    /** The schemas that plugins ship as {@code META-INF/understudy/config-schema/<name>.json}. */
    public static ConfigSchema fromClasspath(ClassLoader loader) {
        return of(ClasspathSchemas.load(loader));
    }

    /** The schemas that a file holds which {@link #prepare} wrote; without that file, those of the class path. */
    public static ConfigSchema fromPrepared(Path file, ClassLoader loader) {
        return PreparedSchemas.read(file).map(ConfigSchema::of).orElseGet(() -> fromClasspath(loader));
    }

    /**
     * Writes the schemas into one file, for {@link #fromPrepared}. The file belongs to the archives of one class path: to keep
     * the two together is up to whoever packages the application.
     */
    public void prepare(Path file) throws IOException {
        PreparedSchemas.write(documents, file);
    }

    /** The same schemas, to which every key that they do not know is an error. */
    public ConfigSchema strict() {
        return new ConfigSchema(documents, true);
    }

    /**
     * The schemas of some packages only.
     *
     * @throws ConfigException that names those there are, if a package has none
     */
    public ConfigSchema ofPackages(List<String> names) {
        var known = documents.stream().map(SchemaDocument::name).toList();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new ConfigException(
                        "There is no config schema of package '" + name + "'; there are: " + String.join(", ", known));
            }
        }
        return new ConfigSchema(
                documents.stream()
                        .filter(document -> names.contains(document.name()))
                        .toList(),
                isStrict);
    }

    /** All of it as data, in the form that Backstage has for it. */
    public JsonNode serialize() {
        var serialized = JsonNodeFactory.instance.objectNode();
        var schemas = serialized.putArray("schemas");
        for (var document : documents) {
            schemas.addObject().put("packageName", document.name()).set("value", document.schema());
        }
        return serialized.put("backstageConfigSchemaVersion", 1);
    }

    /**
     * All of it as one schema. Backstage counterpart: {@code config:schema --merge}.
     *
     * @throws ConfigException if schemas contradict each other
     */
    public JsonNode merged() {
        return merge().put("title", "Application Configuration Schema")
                .put(
                        "description",
                        "This is the schema describing the structure of the app-config.yaml configuration file.");
    }

    private ObjectNode merge() {
        JsonNode merged = JsonNodeFactory.instance.objectNode();
        for (var document : documents) {
            merged = SchemaMerge.merge(merged, document.schema(), "");
        }
        return (ObjectNode) merged;
    }

    /**
     * A page in Markdown that lists every key.
     *
     * @throws ConfigException if schemas contradict each other
     */
    public String reference() {
        return "# Configuration\n" + SchemaReference.markdown(merge());
    }

    /** The schemas, by name. */
    public List<SchemaDocument> documents() {
        return documents;
    }

    /**
     * The texts among the values that must not get into logs.
     *
     * @throws ConfigException if schemas contradict each other
     */
    public Set<String> secrets(JsonNode data) {
        return texts(filter(data, Set.of(Visibility.SECRET))).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> texts(JsonNode value) {
        return value.isString()
                ? Stream.of(value.stringValue())
                : value.valueStream().flatMap(ConfigSchema::texts);
    }

    /** What of the merged values those visibilities allow to be seen. */
    public JsonNode filter(JsonNode data, Set<Visibility> included) {
        return new VisibilityFilter(VisibilityMap.of(documents, data), included).apply(data);
    }

    /** What of each source those visibilities allow to be seen; what the merged values are decides. */
    public List<AppConfig> filter(EffectiveConfig config, Set<Visibility> included) {
        var filter = new VisibilityFilter(VisibilityMap.of(documents, config.data()), included);
        return config.appConfigs().stream()
                .map(source -> new AppConfig(source.context(), filter.apply(source.data())))
                .toList();
    }

    /** The merged values with {@code <secret>} in place of those that must not be shown. */
    public JsonNode masked(JsonNode data) {
        return new SecretMask(VisibilityMap.of(documents, data)).apply(data);
    }

    /** Everything that is wrong with the configuration, errors first. */
    public List<ConfigViolation> validate(EffectiveConfig config) {
        return validate(config, EnumSet.allOf(Visibility.class));
    }

    /** What is wrong with the part of the configuration that those visibilities show, errors first. */
    public List<ConfigViolation> validate(EffectiveConfig config, Set<Visibility> included) {
        return new ConfigCheck(documents, isStrict, config).violations(included);
    }

    /**
     * Insists that the configuration has no errors.
     *
     * @throws ConfigException that names all of them
     */
    public void check(EffectiveConfig config) {
        var errors = validate(config).stream()
                .filter(violation -> violation.severity() == Severity.ERROR)
                .map(ConfigViolation::message)
                .toList();
        if (!errors.isEmpty()) {
            throw new ConfigException("Config validation failed, " + String.join("; ", errors));
        }
    }
}
