// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.errors.ErrorNames;

/** Tells which service could not be created. Its message has the cause's too, because that is what operators read. */
final class ServiceCreationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ServiceCreationException(String subject, String reason, Throwable cause) {
        super(
                "Failed to instantiate service " + subject + " because " + reason + ", " + ErrorNames.describe(cause),
                cause);
    }

    static ServiceCreationException ofRoot(String serviceId, Throwable cause) {
        return cause instanceof ServiceCreationException inner
                ? inner // the service at fault is named already
                : new ServiceCreationException("'" + serviceId + "'", "the factory function threw an error", cause);
    }

    static ServiceCreationException ofShared(String serviceId, Throwable cause) {
        return new ServiceCreationException("'" + serviceId + "'", "createRootContext threw an error", cause);
    }

    static ServiceCreationException ofPlugin(String serviceId, String pluginId, Throwable cause) {
        return new ServiceCreationException(
                "'" + serviceId + "' for '" + pluginId + "'", "the factory function threw an error", cause);
    }
}
