// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auditor;

import dev.understudy.backend.defaults.internal.StackTraces;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.service.AuditorService;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.ForwardedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Writes the audit events of one plugin to its log. */
final class DefaultAuditorService implements AuditorService {
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private final String pluginId;
    private final AuditLevels levels;
    private final LoggerService logger;
    private final AuthService auth;
    private final HttpAuthService httpAuth;

    DefaultAuditorService(
            String pluginId, AuditLevels levels, LoggerService logger, AuthService auth, HttpAuthService httpAuth) {
        this.pluginId = pluginId;
        this.levels = levels;
        this.logger = logger.child(Map.of("isAuditEvent", true));
        this.auth = auth;
        this.httpAuth = httpAuth;
    }

    @Override
    public AuditorEvent createEvent(AuditorEventOptions options) {
        log(options, Map.of(), "initiated", Optional.empty());
        return new AuditorEvent() {
            @Override
            public void success(Map<String, ?> meta) {
                log(options, meta, "succeeded", Optional.empty());
            }

            @Override
            public void fail(Throwable failure, Map<String, ?> meta) {
                log(options, meta, "failed", Optional.of(failure));
            }
        };
    }

    private void log(AuditorEventOptions options, Map<String, ?> meta, String status, Optional<Throwable> failure) {
        var message = pluginId + "." + options.eventId();
        var credentials = credentials(options.request()); // which may fail, whatever is logged
        Supplier<Map<String, Object>> fields = () -> fields(options, credentials, meta, status);
        var level = levels.of(options.severity());
        failure.ifPresentOrElse(
                cause -> writeFailure(level, message, fields, cause), () -> write(level, message, fields));
    }

    private Map<String, Object> fields(
            AuditorEventOptions options, BackstageCredentials credentials, Map<String, ?> meta, String status) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("plugin", pluginId);
        fields.put("eventId", options.eventId());
        fields.put("severityLevel", AuditLevels.nameOf(options.severity()));
        fields.put("actor", actor(credentials, options.request()));
        options.request().ifPresent(request -> fields.put("request", requestFields(request)));
        var allMeta = new LinkedHashMap<String, Object>(options.meta());
        allMeta.putAll(meta);
        if (!allMeta.isEmpty()) {
            fields.put("meta", allMeta);
        }
        fields.put("status", status);
        return fields;
    }

    private static Map<String, Object> requestFields(HttpRequest request) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("url", request.originalUrl());
        fields.put("method", request.method());
        return fields;
    }

    private static Map<String, Object> actor(BackstageCredentials credentials, Optional<HttpRequest> request) {
        var actor = new LinkedHashMap<String, Object>();
        actorId(credentials).ifPresent(id -> actor.put("actorId", id));
        request.ifPresent(sent -> {
            actor.put("ip", sent.clientAddress());
            hostname(sent).ifPresent(name -> actor.put("hostname", name));
            sent.header("User-Agent").ifPresent(agent -> actor.put("userAgent", agent));
        });
        return actor;
    }

    private BackstageCredentials credentials(Optional<HttpRequest> request) {
        if (request.isEmpty()) {
            return auth.ownServiceCredentials();
        }
        try {
            return httpAuth.credentials(request.get());
        } catch (RuntimeException failure) {
            throw new ForwardedException("Could not resolve credentials", failure);
        }
    }

    private static Optional<String> actorId(BackstageCredentials credentials) {
        return switch (credentials.principal()) {
            case BackstagePrincipal.User user -> Optional.of(user.userEntityRef());
            case BackstagePrincipal.Service service -> Optional.of(service.subject());
            case BackstagePrincipal.None _ -> Optional.empty();
        };
    }

    /** The host that the client addressed, without a port. */
    private static Optional<String> hostname(HttpRequest request) {
        return request.header("Host").map(host -> PORT.matcher(host).replaceFirst(""));
    }

    private void write(AuditLevels.Level level, String message, Supplier<Map<String, Object>> fields) {
        switch (level) {
            case DEBUG -> logger.debug(message, fields);
            case INFO -> logger.info(message, fields);
            case WARN -> logger.warn(message, fields.get());
            case ERROR -> logger.error(message, fields.get());
        }
    }

    private void writeFailure(
            AuditLevels.Level level, String message, Supplier<Map<String, Object>> fields, Throwable failure) {
        switch (level) {
            case WARN -> logger.child(fields.get()).warn(message, failure);
            case ERROR -> logger.child(fields.get()).error(message, failure);
            case DEBUG, INFO -> write(level, message + " " + reason(failure), () -> withStack(fields.get(), failure));
        }
    }

    private static String reason(Throwable failure) {
        return Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
    }

    private static Map<String, Object> withStack(Map<String, Object> fields, Throwable failure) {
        fields.put("stack", StackTraces.of(failure));
        return fields;
    }
}
