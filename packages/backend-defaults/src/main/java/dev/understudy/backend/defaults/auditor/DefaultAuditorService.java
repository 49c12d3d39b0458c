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

/** Writes the audit events of one plugin to its log. */
final class DefaultAuditorService implements AuditorService {
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
        var fields = fields(options, meta, status);
        var level = levels.of(options.severity());
        failure.ifPresentOrElse(
                cause -> writeFailure(level, message, fields, cause), () -> write(level, message, fields));
    }

    private Map<String, Object> fields(AuditorEventOptions options, Map<String, ?> meta, String status) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("plugin", pluginId);
        fields.put("eventId", options.eventId());
        fields.put("severityLevel", AuditLevels.nameOf(options.severity()));
        fields.put("actor", actor(options.request()));
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

    private Map<String, Object> actor(Optional<HttpRequest> request) {
        var actor = new LinkedHashMap<String, Object>();
        actorId(credentials(request)).ifPresent(id -> actor.put("actorId", id));
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
        return request.header("Host").map(host -> host.replaceFirst(":\\d*$", ""));
    }

    private void write(AuditLevels.Level level, String message, Map<String, Object> fields) {
        switch (level) {
            case DEBUG -> logger.debug(message, fields);
            case INFO -> logger.info(message, fields);
            case WARN -> logger.warn(message, fields);
            case ERROR -> logger.error(message, fields);
        }
    }

    private void writeFailure(AuditLevels.Level level, String message, Map<String, Object> fields, Throwable failure) {
        switch (level) {
            case WARN -> logger.child(fields).warn(message, failure);
            case ERROR -> logger.child(fields).error(message, failure);
            case DEBUG, INFO -> {
                fields.put("stack", StackTraces.of(failure));
                var reason = Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
                write(level, message + " " + reason, fields);
            }
        }
    }
}
