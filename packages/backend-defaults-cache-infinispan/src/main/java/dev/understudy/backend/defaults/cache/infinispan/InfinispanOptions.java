// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache.infinispan;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.config.Config;
import java.util.Set;
import org.infinispan.client.hotrod.DataFormat;
import org.infinispan.client.hotrod.configuration.ClientIntelligence;
import org.infinispan.client.hotrod.configuration.Configuration;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.commons.marshall.Marshaller;
import org.infinispan.commons.marshall.UTF8StringMarshaller;

/** What {@code backend.cache.infinispan} says. */
record InfinispanOptions(Configuration client, String cacheName, DataFormat dataFormat) {
    private static final String SECTION = "backend.cache.infinispan";
    private static final int CONNECT_MILLISECONDS = 1_000;
    private static final int ANSWER_MILLISECONDS = 2_000;
    private static final int DEFAULT_RETRIES = 1;
    private static final Set<String> VERSIONS = Set.of("2.9", "2.5", "2.2");

    static InfinispanOptions fromConfig(Config config, LoggerService logger) {
        var section = config.config(SECTION);
        var builder = new ConfigurationBuilder()
                .connectionTimeout(CONNECT_MILLISECONDS)
                .socketTimeout(ANSWER_MILLISECONDS)
                .maxRetries(section.optionalInteger("maxRetries").orElse(DEFAULT_RETRIES))
                .clientIntelligence(
                        section.optionalBool("topologyUpdates").orElse(true)
                                ? ClientIntelligence.HASH_DISTRIBUTION_AWARE
                                : ClientIntelligence.BASIC);
        InfinispanServers.apply(section, builder, logger);
        warnOfVersion(section, logger);
        warnOfMediaType(section, logger);
        InfinispanLogin.apply(section, builder);
        InfinispanTls.apply(section, builder);
        return new InfinispanOptions(
                builder.build(), section.optionalString("cacheName").orElse("cache"), dataFormat(section, logger));
    }

    // the versions of the protocol store alike; this client agrees on the newest one with the server
    private static void warnOfVersion(Config section, LoggerService logger) {
        section.optionalString("version")
                .filter(version -> !VERSIONS.contains(version))
                .ifPresent(version -> logger.warn("Invalid Infinispan client version \"" + version + "\" in config at "
                        + SECTION
                        + ".version. Must be \"2.9\", \"2.5\", or \"2.2\". It will be ignored, and the client may"
                        + " use a default or fail."));
    }

    // what is set here has no effect beside the data format, as in the reference
    private static void warnOfMediaType(Config section, LoggerService logger) {
        section.optionalString("mediaType")
                .filter(type -> !isText(type) && !isJson(type))
                .ifPresent(type -> logger.warn("Invalid Infinispan mediaType \"" + type + "\" in config at " + SECTION
                        + ".mediaType. Must be \"text/plain\" | \"application/json\". It will be ignored, and the client"
                        + " may use a default or fail."));
    }

    private static DataFormat dataFormat(Config section, LoggerService logger) {
        var isJsonKey = isJson(section, "keyType", logger);
        var isJsonValue = isJson(section, "valueType", logger);
        return DataFormat.builder()
                .keyType(mediaType(isJsonKey))
                .keyMarshaller(marshaller(isJsonKey))
                .valueType(mediaType(isJsonValue))
                .valueMarshaller(marshaller(isJsonValue))
                .build();
    }

    private static boolean isJson(Config section, String name, LoggerService logger) {
        var type = section.optionalString("dataFormat." + name).orElse("text/plain");
        if (!isText(type) && !isJson(type)) {
            logger.warn("Invalid Infinispan dataFormat." + name + " \"" + type + "\" in config at " + SECTION
                    + ".dataFormat." + name + ". Must be \"text/plain\" | \"application/json\". Not mapped, client will"
                    + " use default 'text/plain'.");
        }
        return isJson(type);
    }

    private static MediaType mediaType(boolean json) {
        return json ? MediaType.APPLICATION_JSON : MediaType.TEXT_PLAIN;
    }

    private static Marshaller marshaller(boolean json) {
        return json ? new JsonTextMarshaller() : new UTF8StringMarshaller();
    }

    private static boolean isText(String type) {
        return type.equals("text/plain");
    }

    private static boolean isJson(String type) {
        return type.equals("application/json");
    }
}
